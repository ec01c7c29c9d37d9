"""One report, read rightly but for one fault: the stage of the fault is blamed."""

from dataclasses import replace
from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.framing_gold import FramingGold
from polesitter.learn.predictions import Prediction
from polesitter.learn.scoring.causes import Cause, lost_cells
from polesitter.learn.scoring.cells import cells_of
from polesitter.text.plain import unmark
from polesitter.types import Evidence, Mention, Relation

MARKED = (
    "[Ann Lee](DRIVER d1) of [Red Kites](TEAM t1) qualified [second](POSITION) on Saturday.\n\n"
    "[Bo Carr](DRIVER d2) was only [third](POSITION) for Swift."
)
TEXT, MARKS = unmark(MARKED)
LEE: dict[str, Any] = {"driver": "Ann Lee", "team": "Red Kites", "position": 2}
GOLD = GoldReport("kite-01", TEXT, tuple(MARKS), {}, (LEE,))
VALUES = {"second": "2", "third": "3"}
ANN, KITES, SECOND, BO, THIRD = range(5)
MENTIONS = tuple(
    Mention(
        mark.start,
        mark.end,
        TEXT[mark.start : mark.end],
        mark.label,
        VALUES.get(TEXT[mark.start : mark.end]),
        framing="outcome" if mark.label == "POSITION" else None,
        entity_id=mark.id,
    )
    for mark in MARKS
)
QUALIFIED = Relation("qualified", ANN, SECOND, "2", "outcome", "rule", 0.9, True)
DRIVES = Relation("drives_for", ANN, KITES, "Red Kites", "outcome", "rule", 0.9, True)


def without(*indices: int) -> tuple[Mention, ...]:
    """The mentions with some put where nothing is marked, so that indices stand."""
    end = len(TEXT)
    return tuple(
        replace(one, start=end + index, end=end + index, label="DATE") if index in indices else one
        for index, one in enumerate(MENTIONS)
    )


def changed(index: int, **changes: Any) -> tuple[Mention, ...]:
    return tuple(
        replace(one, **changes) if number == index else one for number, one in enumerate(MENTIONS)
    )


def causes(
    rows: list[dict[str, Any]],
    mentions: tuple[Mention, ...] | None = MENTIONS,
    relations: tuple[Relation, ...] = (QUALIFIED, DRIVES),
    evidence: tuple[tuple[Evidence, ...], ...] = (),
    framing: FramingGold | None = None,
) -> dict[str, Cause]:
    found = Prediction(tuple(rows), None, evidence, mentions, relations)
    lost = lost_cells(GOLD, found, cells_of(GOLD.records, found.rows), framing)
    assert {one.report for one in lost} <= {"kite-01"}
    return {one.cell.field: one.cause for one in lost}


NO_PLACE = [{"driver": "Ann Lee", "team": "Red Kites"}]
NO_TEAM = [{"driver": "Ann Lee", "position": 2}]


def test_what_is_right_is_not_lost() -> None:
    assert causes([LEE]) == {}


@pytest.mark.parametrize(
    ("mentions", "relations", "cause"),
    [
        (without(SECOND), (DRIVES,), Cause.MENTION_MISSED),
        (without(ANN), (), Cause.MENTION_MISSED),
        (changed(SECOND, end=MENTIONS[SECOND].end + 3), (DRIVES,), Cause.BOUNDARY),
        (changed(ANN, start=4), (), Cause.BOUNDARY),
        # With another label there is no such mention.
        (changed(SECOND, label="GAP"), (DRIVES,), Cause.MENTION_MISSED),
        # "Ann Lee" was taken for Bo Carr.
        (changed(ANN, entity_id="d2", text="Lee"), (), Cause.REFERENCE),
        (changed(SECOND, framing="practice"), (DRIVES,), Cause.FRAMING),
        (MENTIONS, (DRIVES,), Cause.NO_RULE),
        # A rule of another competitor, or for another field, is none for this cell.
        (MENTIONS, (replace(QUALIFIED, head=BO),), Cause.NO_RULE),
        (MENTIONS, (replace(QUALIFIED, kind="grid"),), Cause.NO_RULE),
        (MENTIONS, (replace(QUALIFIED, score=0.2),), Cause.WRONG_RULE),
        (MENTIONS, (replace(QUALIFIED, used=False),), Cause.ASSIGNMENT),
    ],
)
def test_a_missed_place(
    mentions: tuple[Mention, ...], relations: tuple[Relation, ...], cause: Cause
) -> None:
    assert causes(NO_PLACE, mentions, relations) == {"position": cause}


def test_a_place_of_another_sentence_is_not_what_tells() -> None:
    twice = f"{MARKED}\n\n[Cy Dale](DRIVER d3) qualified [second](POSITION) on Thursday."
    text, marks = unmark(twice)
    gold = replace(GOLD, text=text, marks=tuple(marks))
    late = Mention(marks[-1].start, marks[-1].end, "second", "POSITION", "2")
    found = Prediction(tuple(NO_PLACE), None, (), (*without(SECOND), late), (DRIVES,))
    (lost,) = lost_cells(gold, found, cells_of(gold.records, found.rows))
    assert lost.cause == Cause.MENTION_MISSED


def test_a_team_known_by_another_name() -> None:
    mentions = changed(KITES, entity_id="t9", text="Red Rooks and Kites")
    relations = (QUALIFIED, replace(DRIVES, value="Red Rooks and Kites"))
    wrong = [{**LEE, "team": "Red Rooks and Kites"}]
    assert causes(wrong, mentions, relations) == {"team": Cause.REFERENCE}


def test_a_missed_row_is_lost_with_its_outcome() -> None:
    told = causes([], MENTIONS, (DRIVES,))
    assert told == dict.fromkeys(("driver", "team", "position"), Cause.NO_RULE)
    # What was lost before that keeps its own cause.
    told = causes([], without(KITES), (QUALIFIED,))
    assert told["team"] == Cause.MENTION_MISSED
    assert told["driver"] == told["position"] == Cause.ASSIGNMENT


def cited(field: str, start: int, end: int) -> Evidence:
    return Evidence(field, start, end, TEXT[start:end], "rule", 0.9)


def at(index: int, field: str) -> Evidence:
    return cited(field, MENTIONS[index].start, MENTIONS[index].end)


CARR = {"driver": "Bo Carr", "position": 3}
CARR_THIRD = Relation("qualified", BO, THIRD, "3", "outcome", "rule", 0.9, True)
CARR_TOLD = ((), (at(BO, "driver"), at(THIRD, "position")))


def test_a_spurious_row_that_a_rule_made() -> None:
    told = causes([LEE, CARR], relations=(QUALIFIED, DRIVES, CARR_THIRD), evidence=CARR_TOLD)
    assert told == {"driver": Cause.WRONG_RULE, "position": Cause.WRONG_RULE}


def test_a_spurious_row_of_other_framing() -> None:
    third = (MENTIONS[THIRD].start, MENTIONS[THIRD].end)
    annotated = FramingGold({third: "practice"}, {})
    told = causes([LEE, CARR], evidence=CARR_TOLD, framing=annotated)
    assert told == {"driver": Cause.FRAMING, "position": Cause.FRAMING}


@pytest.mark.parametrize(
    ("start", "cause"),
    [(TEXT.index("Swift"), Cause.MENTION_FALSE), (MENTIONS[BO].start + 3, Cause.BOUNDARY)],
)
def test_a_name_that_is_none(start: int, cause: Cause) -> None:
    end = len(TEXT) - 1 if cause == Cause.MENTION_FALSE else MENTIONS[BO].end
    name = TEXT[start:end]
    mentions = changed(BO, start=start, end=end, text=name)
    evidence = ((), (cited("driver", start, end), at(THIRD, "position")))
    told = causes([LEE, {"driver": name, "position": 3}], mentions, evidence=evidence)
    assert told == {"driver": cause, "position": cause}


def test_a_value_of_somebody_taken_for_another() -> None:
    # "Bo Carr" was led to Ann Lee, so that her row got his status.
    mentions = changed(BO, entity_id="d1", text="Carr")
    used = replace(CARR_THIRD, kind="grid")
    row = {**LEE, "grid": 3}
    evidence = ((at(THIRD, "grid_position"),),)
    told = causes([row], mentions, (QUALIFIED, DRIVES, used), evidence)
    assert told == {"grid": Cause.REFERENCE}


def test_without_mentions_or_marks_the_cause_is_not_known() -> None:
    assert causes(NO_PLACE, None) == {"position": Cause.UNKNOWN}
    bare = replace(GOLD, marks=())
    found = Prediction(tuple(NO_TEAM), None, (), MENTIONS, (QUALIFIED,))
    (lost,) = lost_cells(bare, found, cells_of(bare.records, found.rows))
    assert lost.cause == Cause.UNKNOWN
