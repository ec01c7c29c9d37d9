from typing import Any

import pytest

from polesitter.entities.class_form import ClassForms
from polesitter.errors import PolesitterError
from polesitter.review.app.draft import Draft
from polesitter.review.app.mark_value import REVIEWER, MarkReader
from polesitter.review.app.steps import Words, take
from polesitter.types import Mention

TEXT = "Ann Lee won.\nBo \U0001f3c1 Carr [R was .803 seconds back."
WORDS = Words(TEXT, MarkReader(TEXT, ClassForms({})))
LEE = Mention(4, 7, "Lee", "DRIVER", rule="learned.names")
DRAFT = Draft((LEE,))


def spans(draft: Draft) -> list[tuple[str, str]]:
    return [(TEXT[one.start : one.end], one.label) for one in draft.mentions]


def test_words_are_marked_and_read() -> None:
    start = TEXT.index(".803")
    step = {"kind": "mark", "start": start, "end": start + 12, "label": "GAP"}
    mention = take(DRAFT, step, WORDS).mentions[-1]
    assert (mention.text, mention.value, mention.rule) == (".803 seconds", 0.803, REVIEWER)


def test_a_mark_takes_the_place_of_those_it_overlaps() -> None:
    step = {"kind": "mark", "start": 0, "end": 7, "label": "DRIVER"}
    assert spans(take(DRAFT, step, WORDS)) == [("Ann Lee", "DRIVER")]


def test_offsets_count_code_points() -> None:
    start = TEXT.index("Carr")
    step = {"kind": "mark", "start": start, "end": start + 4, "label": "DRIVER"}
    assert spans(take(Draft(), step, WORDS)) == [("Carr", "DRIVER")]


@pytest.mark.parametrize(
    "step",
    [
        {"kind": "mark", "start": 8, "end": 15, "label": "DRIVER"},  # over a line end
        {"kind": "mark", "start": 3, "end": 7, "label": "DRIVER"},  # begins with a space
        {"kind": "mark", "start": 4, "end": 4, "label": "DRIVER"},
        {"kind": "mark", "start": 4, "end": 999, "label": "DRIVER"},
        {"kind": "mark", "start": -3, "end": 7, "label": "DRIVER"},
        {"kind": "mark", "start": True, "end": 7, "label": "DRIVER"},
        {"kind": "mark", "start": "4", "end": 7, "label": "DRIVER"},
        {"kind": "mark", "start": 4, "end": 7, "label": "PILOT"},
        {"kind": "mark", "start": 4, "end": 7},
        {"kind": "mark", "start": 23, "end": 25, "label": "DRIVER"},  # an open bracket
        {"kind": "unmark", "start": 0, "end": 7},
        {"kind": "label", "start": 4, "end": 7, "label": "<script>"},
        {"kind": "move", "start": 4, "end": 7, "to": [7, 4]},
        {"kind": "move", "start": 4, "end": 7, "to": None},
        {"kind": "link", "start": 4, "end": 7, "to": [0, 3]},
        {"kind": "cell", "row": "../../x", "field": "gap", "text": "1"},
        {"kind": "cell", "row": "a4", "field": "evidence", "text": "1"},
        {"kind": "cell", "row": "a4", "field": "gap", "text": 1},
        {"kind": "cell", "row": "a4", "field": "gap", "span": [0, 3]},
        {"kind": "cell", "row": "a4", "field": "gap", "text": "fast"},
        {"kind": "add", "row": "a4"},
        {"kind": "session", "field": "position", "text": "1"},
        {"kind": "eval"},
        {"kind": ["mark"]},
        {},
    ],
)
def test_steps_that_make_no_sense(step: dict[str, object]) -> None:
    assert TEXT[23:25] == "[R"
    with pytest.raises(PolesitterError):
        take(DRAFT, step, WORDS)


def test_relabelling_and_removing() -> None:
    relabelled = take(DRAFT, {"kind": "label", "start": 4, "end": 7, "label": "TEAM"}, WORDS)
    assert spans(relabelled) == [("Lee", "TEAM")]
    assert take(relabelled, {"kind": "unmark", "start": 4, "end": 7}, WORDS).mentions == ()


def test_links_and_rows_follow_a_mention_that_moves() -> None:
    carr = TEXT.index("Carr")
    steps: list[dict[str, Any]] = [
        {"kind": "mark", "start": carr, "end": carr + 4, "label": "DRIVER"},
        {"kind": "link", "start": carr, "end": carr + 4, "to": [4, 7]},
        {"kind": "cell", "row": "a4", "field": "gap", "text": "0.5"},
        {"kind": "drop", "row": "a4+1"},
        {"kind": "move", "start": 4, "end": 7, "to": [0, 7]},
    ]
    draft = DRAFT
    for step in steps:
        draft = take(draft, step, WORDS)
    assert draft.links == {(carr, carr + 4): (0, 7)}
    assert list(draft.pins) == ["a0"]
    assert draft.dropped == {"a0+1"}


def test_a_cell_is_set_and_given_back() -> None:
    draft = take(DRAFT, {"kind": "cell", "row": "a4", "field": "gap", "text": "~0.5"}, WORDS)
    assert draft.pins["a4"]["gap"].values == {"gap": 0.5, "gap_approx": True}
    assert take(draft, {"kind": "release", "row": "a4", "field": "gap"}, WORDS).pins == {}


def test_rows_come_and_go() -> None:
    draft = take(DRAFT, {"kind": "add", "row": "n1"}, WORDS)
    assert draft.added == ("n1",)
    with pytest.raises(PolesitterError):
        take(draft, {"kind": "add", "row": "n1"}, WORDS)
    assert take(draft, {"kind": "drop", "row": "n1"}, WORDS).added == ()
    assert take(draft, {"kind": "drop", "row": "a4"}, WORDS).dropped == {"a4"}


def test_a_decision_changes_nothing_in_the_report() -> None:
    assert take(DRAFT, {"kind": "accept"}, WORDS) is DRAFT
