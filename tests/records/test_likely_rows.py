"""Drafts of those who hardly have a record go; places lean on how surely the others have one."""

from math import exp

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.likely_rows import (
    FURTHEST,
    LEAN,
    LEAST,
    LEVEL,
    POSSIBLE,
    RECORDED,
    SURE,
    has_record,
    likely_rows,
)
from polesitter.records.row import Row


def draft(*members: str) -> Draft:
    choices = {"position": [Choice("3", 0.5), Choice("4", 0.2)], "gap": [Choice(0.3, 0.5)]}
    return Draft(members[0], members, choices)


def places(drafts: list[Draft]) -> list[list[float]]:
    return [[choice.probability for choice in one.votes["position"]] for one in drafts]


KEPT = [
    # (members, who has a record how probably, whether the draft is kept)
    (("d0",), {"d0": LEAST}, True),
    (("d0",), {"d0": LEAST - 0.01}, False),
    (("d0",), {"d1": 0.01}, True),
    (("d0",), {}, True),
    (("d0", "d1"), {"d0": 0.01, "d1": LEAST}, True),
    (("d0", "d1"), {"d0": 0.01, "d1": 0.02}, False),
]


@pytest.mark.parametrize(("members", "recorded", "kept"), KEPT)
def test_who_hardly_has_a_record_has_none(
    members: tuple[str, ...], recorded: dict[str, float], kept: bool
) -> None:
    assert bool(likely_rows([draft(*members)], recorded)) is kept


@pytest.mark.parametrize(("gap", "kept"), [(SURE, True), (SURE - 0.01, False)])
def test_a_sure_outcome_makes_a_record_all_the_same(gap: float, kept: bool) -> None:
    one = draft("d0")
    one.votes["gap"][0].probability = gap
    one.votes["team"] = [Choice("Penske", 0.99)]
    assert bool(likely_rows([one], {"d0": LEAST - 0.1})) is kept


def test_a_draft_knows_how_surely_any_of_its_members_has_a_record() -> None:
    known, unknown = likely_rows([draft("d0", "d1"), draft("d2")], {"d0": 0.5, "d1": 0.9})
    assert (known.recorded, unknown.recorded) == (0.9, None)


def test_a_place_is_as_much_likelier_as_a_record_is() -> None:
    level = 1 / (1 + exp(-LEVEL))
    (same,) = places(likely_rows([draft("d0")], {"d0": level}))
    assert same == pytest.approx([0.5, 0.2])
    (surer,) = places(likely_rows([draft("d0")], {"d0": 1 / (1 + exp(-LEVEL - 1))}))
    assert surer[0] == pytest.approx(1 / (1 + exp(-LEAN)))
    assert surer[0] > 0.5
    assert surer[1] > 0.2
    (doubtful,) = places(likely_rows([draft("d0")], {"d0": 0.5}))
    assert doubtful[0] < 0.5


def test_beyond_some_odds_a_record_counts_no_more() -> None:
    surest = 1 / (1 + exp(-FURTHEST))
    drafts = likely_rows([draft("d0"), draft("d1")], {"d0": surest, "d1": 0.9999})
    assert places(drafts)[0] == pytest.approx(places(drafts)[1])


def test_other_values_and_unknown_competitors_stay_as_they_are() -> None:
    known, unknown = likely_rows([draft("d0"), draft("d1")], {"d0": 0.9})
    assert known.votes["gap"][0].probability == 0.5
    assert places([unknown]) == [[0.5, 0.2]]


ROWS = [
    # (how probably it has a record, how probable the likeliest place told, whether it has one)
    (RECORDED, POSSIBLE, True),
    (RECORDED - 0.01, POSSIBLE, False),
    (RECORDED, POSSIBLE - 0.01, False),
    (None, 0.9, False),
]


@pytest.mark.parametrize(("recorded", "place", "kept"), ROWS)
def test_a_row_without_an_outcome_stands_where_a_record_is_sure_and_a_place_told(
    recorded: float | None, place: float, kept: bool
) -> None:
    one = Draft("d0", ("d0",), {"position": [Choice("3", place)]}, recorded)
    assert has_record(Row(one)) is kept
    assert not has_record(Row(one), {"d0"})
    assert has_record(Row(one, fields={"gap": Choice(0.3, 0.5)}))
    assert has_record(Row(one, fields={"gap": Choice(0.3, 0.5)}), {"d0"})
    assert not has_record(
        Row(Draft("d0", ("d0",), {}, recorded), fields={"team": Choice("A", 0.9)})
    )
