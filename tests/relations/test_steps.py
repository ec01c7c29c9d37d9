"""Steps between neighbours: a marked report, and who is offered as next to whom."""

import pytest

from polesitter.relations.signs import names_of
from polesitter.relations.steps import Step, find_steps

from ..marked import frames, names

LEE, RAY, COX, KIM = "[Lee](DRIVER)", "[Ray](DRIVER)", "[Cox](DRIVER)", "[Kim](DRIVER)"
OFFERED = [
    # both ways between neighbours of a sentence
    (f"{LEE} starts alongside {RAY}.", {("Lee", "Ray"), ("Ray", "Lee")}),
    # and over one of them, not over two
    (f"{LEE}, {RAY}, {COX} and {KIM} followed.",
     {("Lee", "Ray"), ("Ray", "Cox"), ("Cox", "Kim"), ("Lee", "Cox"), ("Ray", "Kim"),
      ("Ray", "Lee"), ("Cox", "Ray"), ("Kim", "Cox"), ("Cox", "Lee"), ("Kim", "Ray")}),
    # from the first and the last of the sentence before
    (f"{LEE} beat {RAY}. {COX} came next.",
     {("Lee", "Ray"), ("Ray", "Lee"), ("Lee", "Cox"), ("Cox", "Lee"), ("Ray", "Cox"),
      ("Cox", "Ray")}),
    # a sentence that names nobody is passed over
    (f"{LEE} was third. It was cold. {RAY} came next.", {("Lee", "Ray"), ("Ray", "Lee")}),
    # nobody is next to himself
    (f"{LEE} was third. {LEE} was happy.", set()),
    (f"{LEE} was third.", set()),
]  # fmt: skip


def found_in(marked: str) -> tuple[list[Step], dict[str, str]]:
    found, view = frames(marked)
    return list(find_steps(found, view.head_of)), names(view)


@pytest.mark.parametrize(("marked", "pairs"), OFFERED, ids=[row[0][:60] for row in OFFERED])
def test_who_may_be_next_to_whom(marked: str, pairs: set[tuple[str, str]]) -> None:
    steps, known = found_in(marked)
    assert {(known[step.source], known[step.target]) for step in steps} == pairs


def test_rows_of_tables_state_their_places_and_tell_no_steps() -> None:
    steps, _ = found_in(
        "It was a cold day for every one of the teams that had come to the track.\n"
        f"1. {RAY}, [Ford](CAR)\n2. {LEE}, [BMW](CAR)"
    )
    assert steps == []


def signs(marked: str, source: str, position: int) -> set[str]:
    steps, known = found_in(marked)
    (step,) = [step for step in steps if known[step.source] == source]
    return set(names_of(step.parts(position)))


def test_the_words_between_are_told_without_the_names_of_teams_and_cars() -> None:
    plain = signs(f"{LEE} will start alongside {RAY}.", "Lee", 3)
    named = signs(f"{LEE} will start alongside [Penske](TEAM)'s {RAY}.", "Lee", 3)
    told = {"on in1 b:will start alongside", "on in1 in:alongside", "on in1 z:alongside"}
    assert told <= plain & named


def test_the_way_of_a_step_and_the_parity_of_its_source_are_told_apart() -> None:
    on, back = (signs(f"{LEE} will start alongside {RAY}.", who, 3) for who in ("Lee", "Ray"))
    even = signs(f"{LEE} will start alongside {RAY}.", "Lee", 4)
    assert "of:odd on in1 b:will start alongside" in on
    assert "of:odd back in1 b:will start alongside" in back
    assert "of:even on in1 b:will start alongside" in even
    assert {name for name in on if "of:odd" in name}.isdisjoint(even)


def test_what_a_sentence_begins_with_is_told_of_the_step_into_it() -> None:
    told = signs(f"{LEE} was [third](POSITION). One spot back came {RAY}.", "Lee", 3)
    assert {"on x1 only r0 l:one spot back came", "on x1 in:back"} <= told
    assert any(name.startswith("on x1 only r0 P:1") for name in told)
