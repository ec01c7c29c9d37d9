"""Gaps and margins of rows: whose they are, and to whom they are measured."""

import pytest

from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.spreads import Spread
from polesitter.relations.context.claim import ContextClaim

from .assembled import cells, claim, rows


def test_the_leader_has_no_gap_and_gaps_are_to_the_leader_by_default() -> None:
    found = rows(claim("d0", "position", "1"), claim("d0", "gap", 0.5, 0.6, sentence=1),
                 claim("d1", "position", "2"), claim("d1", "gap", 0.8, sentence=1))  # fmt: skip
    assert [(cells(row).get("gap"), row.gap_to) for row in found] == [(None, None), (0.8, "leader")]


def test_a_gap_told_to_another() -> None:
    gap = claim("d2", "gap", 0.8, mention=11)
    target = Claim("TARGET", "d1", 1, 11, 0, None, [], {"target": 0.9})
    found = rows(claim("d0", "position", "1"), claim("d1", "position", "2"),
                 claim("d2", "position", "3"), gap, targets={(11, 2): [target]})  # fmt: skip
    assert found[2].gap_to == "d1"
    target.competitor, target.head = "d0", 0
    found = rows(claim("d0", "position", "1"), claim("d2", "position", "3"), gap,
                 targets={(11, 2): [target]})  # fmt: skip
    assert found[1].gap_to == "leader"


MARGIN = claim("d0", "margin", 0.3, 0.8, label="MARGIN", mention=11)
PLACES = [claim("d0", "position", "1"), claim("d1", "position", "2"), claim("d2", "position", "3")]
MARGINS = [
    # by how much the pole was won is the gap of the second
    ([*PLACES, MARGIN], {"d1": (0.3, "leader")}),
    ([PLACES[1], PLACES[2], claim("d1", "margin", 0.2, mention=12)], {"d2": (0.2, "d1")}),
    # who is told a gap keeps it, and what is told to be another's is his
    ([*PLACES, MARGIN, claim("d1", "gap", 0.5)], {"d1": (0.5, "leader")}),
    ([*PLACES, MARGIN, claim("d2", "gap", 0.3, mention=11)], {"d2": (0.3, "leader")}),
    # nobody is right behind
    ([PLACES[0], PLACES[2], MARGIN], {}),
    # the same words are the margin of one only, the likelier
    ([*PLACES, claim("d0", "margin", 0.3, 0.7, mention=11),
      claim("d1", "margin", 0.3, 0.9, mention=11)], {"d2": (0.3, "d1")}),
    # what neither tells alone both tell together
    ([*PLACES, claim("d0", "margin", 0.3, 0.25, mention=11)], {}),
    ([*PLACES, claim("d0", "margin", 0.3, 0.25, mention=11), claim("d1", "gap", 0.3, 0.25)],
     {"d1": (0.3, "leader")}),
    ([*PLACES, claim("d0", "margin", 0.3, 0.25, mention=11), claim("d1", "gap", 0.4, 0.25)], {}),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "gaps"), MARGINS)
def test_a_margin_is_the_gap_of_who_is_next(
    claims: list[Claim], gaps: dict[str, tuple[float, str]]
) -> None:
    assert {
        row.draft.competitor: (row.fields["gap"].value, row.gap_to)
        for row in rows(*claims)
        if "gap" in row.fields
    } == gaps


def test_who_trails_the_pole_of_a_class_is_second_in_it() -> None:
    """ "In TCR, Lee was first, .3 seconds ahead of Cox. Ray will start third." """
    classes = [
        ContextClaim("d0", "TCR", 0, 5, 0, [], 0.9),
        ContextClaim("d1", "TCR", 1, 5, 0, [], 0.9),
    ]
    gap = claim("d2", "gap", 0.3, mention=11)
    target = Claim("TARGET", "d0", 0, 11, 0, None, [], {"target": 0.9})
    first, third = claim("d0", "position", "1"), claim("d1", "position", "3")
    found = rows(first, third, gap, targets={(11, 2): [target]}, classes=classes)
    assert [(row.draft.competitor, row.car_class) for row in found] == [
        ("d0", "TCR"), ("d2", "TCR"), ("d1", "TCR"),
    ]  # fmt: skip
    assert cells(found[1]) == {"who": "d2", "position": "2", "gap": 0.3, "class": "TCR"}
    # of another class it is another's second
    elsewhere = [*classes, ContextClaim("d2", "GS", 2, 6, 0, [], 0.9)]
    found = rows(first, third, gap, targets={(11, 2): [target]}, classes=elsewhere)
    assert cells(found[-1]) == {"who": "d2", "gap": 0.3, "class": "GS"}


@pytest.mark.parametrize(
    "targets", [[], [Claim("TARGET", "d1", 1, 11, 0, None, [], {"target": 0.9})]]
)
def test_who_is_not_told_to_trail_the_pole_is_not_second(targets: list[Claim]) -> None:
    found = rows(claim("d0", "position", "1"), claim("d1", "position", "3"),
                 claim("d2", "gap", 0.3, mention=11), targets={(11, 2): targets})  # fmt: skip
    assert [cells(row).get("position") for row in found] == ["1", "3", None]


def test_ahead_of_the_second_there_is_but_the_leader() -> None:
    gap = claim("d2", "gap", 0.8, mention=11)
    target = Claim("TARGET", "d1", 1, 11, 0, None, [], {"target": 0.9})
    found = rows(claim("d2", "position", "2"), claim("d1", "lap_time", "1:20.1"), gap,
                 targets={(11, 2): [target]})  # fmt: skip
    assert [row.gap_to for row in found if "gap" in row.fields] == ["leader"]
    found = rows(claim("d2", "position", "3"), claim("d1", "lap_time", "1:20.1"), gap,
                 targets={(11, 2): [target]})  # fmt: skip
    assert [row.gap_to for row in found if "gap" in row.fields] == ["d1"]


SPREAD = Spread(3, 11, 0, 0.4)
SPREADS = [
    (PLACES, {"d2": (0.4, "leader")}),
    # nobody else has it
    ([*PLACES, claim("d1", "gap", 0.4, mention=11)], {"d2": (0.4, "leader")}),
    # who is told a gap keeps it
    ([*PLACES, claim("d2", "gap", 0.3)], {"d2": (0.3, "leader")}),
    # nobody has the place
    (PLACES[:2], {}),
]


@pytest.mark.parametrize(("claims", "gaps"), SPREADS)
def test_who_closes_the_first_few_has_what_covers_them_as_the_gap(
    claims: list[Claim], gaps: dict[str, tuple[float, str]]
) -> None:
    found = rows(*claims, spreads=[SPREAD])
    told = {
        row.draft.competitor: (row.fields["gap"].value, row.gap_to)
        for row in found
        if "gap" in row.fields
    }
    assert told == gaps


def test_of_two_classes_the_one_whose_place_is_told_nearest_has_the_spread() -> None:
    found = rows(
        claim("d0", "position", "2", mention=3), claim("d1", "position", "2", mention=14),
        classes=[ContextClaim("d0", "GT3", 0, 2, 0, (), 0.9),
                 ContextClaim("d1", "GT4", 1, 12, 0, (), 0.9)],
        spreads=[Spread(2, 11, 0, 0.4)],
    )  # fmt: skip
    assert {row.draft.competitor: "gap" in row.fields for row in found} == {"d0": False, "d1": True}
