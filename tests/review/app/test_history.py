import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.review.app.history import History

KINDS = ["mark", "cell", "accept", "skip", "reopen", "undo", "redo"]


@given(st.lists(st.sampled_from(KINDS)))
def test_undo_and_redo_lead_there_and_back(kinds: list[str]) -> None:
    history = History()
    for kind in kinds:
        try:
            history.take({"kind": kind})
        except PolesitterError:
            continue
    before = (list(history.steps), history.standing, history.status)
    undone = 0
    while history.standing:
        history.take({"kind": "undo"})
        undone += 1
    assert history.status == "open"
    for _ in range(undone):
        history.take({"kind": "redo"})
    assert (history.steps, history.standing, history.status) == before


@pytest.mark.parametrize(
    ("kinds", "status", "accepted"),
    [
        ("", "open", None),
        ("mark", "open", None),
        ("mark accept", "accepted", 2),
        ("mark accept cell", "changed", 2),
        ("mark accept cell undo", "accepted", 2),
        ("mark accept undo", "open", None),
        ("mark accept undo redo", "accepted", 2),
        ("accept cell accept", "accepted", 3),
        ("accept skip", "skipped", None),
        ("skip accept", "accepted", 2),
        ("accept reopen", "open", None),
        ("skip undo", "open", None),
    ],
)
def test_status(kinds: str, status: str, accepted: int | None) -> None:
    history = History.of({"kind": kind} for kind in kinds.split())
    assert (history.status, history.accepted) == (status, accepted)


def test_a_new_step_ends_what_could_be_redone() -> None:
    history = History.of({"kind": kind} for kind in ("mark", "undo", "cell"))
    assert [step["kind"] for step in history.steps] == ["cell"]
    assert history.revision == 3


@pytest.mark.parametrize("kind", ["undo", "redo"])
def test_nothing_to_undo_or_redo(kind: str) -> None:
    history = History()
    with pytest.raises(PolesitterError, match=f"nothing to {kind}"):
        history.take({"kind": kind})
    assert history.revision == 0
