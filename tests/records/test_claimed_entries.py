"""Cars told without a driver, and whose they turn out to be."""

from dataclasses import replace

import pytest

from polesitter.records.claimed_entries import claim_entries, whole_teams
from polesitter.references.cast import Cast
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged


def told(label: str, who: str, mention: int, value: str, chance: float) -> Claim:
    return Claim(label, who, 0, mention, 0, value, [], {label.casefold(): chance})


CAST = Cast(
    driver_of={}, team_of={1: "penske", 2: "penske", 3: "gibbs"}, entries={
        "x0": ("31", None), "x1": (None, "penske"), "x2": (None, "gibbs")},
    driver_names={}, team_names={},
)  # fmt: skip
NUMBERED = replace(CAST, entries=CAST.entries | {"x0": ("31", "penske")})
DRIVERS = {who: who for who in ("d0", "d1", "x0", "x1", "x2")}
CASES = [
    # by the number
    ([told("NUMBER", "d0", 5, "31", 0.9)], {"x0": "d0"}),
    ([told("NUMBER", "d0", 5, "31", 0.1)], {}),
    ([told("NUMBER", "d0", 5, "31", 0.6), told("NUMBER", "d1", 6, "31", 0.9)], {"x0": "d1"}),
    # by the team of one driver
    ([told("TEAM", "d0", 1, "Penske", 0.9)], {"x1": "d0"}),
    ([told("TEAM", "d0", 1, "Penske", 0.9), told("TEAM", "d0", 2, "Penske", 0.8)], {"x1": "d0"}),
    # a team of two may mean either
    ([told("TEAM", "d0", 1, "Penske", 0.9), told("TEAM", "d1", 2, "Penske", 0.9)], {}),
    ([told("TEAM", "d0", 1, "Penske", 0.3)], {}),
    ([], {}),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "claimed"), CASES)
def test_entries_are_claimed_by_their_driver(claims: list[Claim], claimed: dict[str, str]) -> None:
    lead = dict(DRIVERS)
    claim_entries(Judged([], claims), CAST, lead)
    assert lead == {**DRIVERS, **claimed}


def of_penske(who: str, chance: float = 0.9) -> Claim:
    return told("TEAM", who, 1, "Penske", chance)


WHOLE = [
    # its only driver has led it already; of two, it is neither's
    ([of_penske("d0")], DRIVERS | {"x1": "d0"}, set()),
    ([of_penske("d0"), of_penske("d1")], DRIVERS, {"x1"}),
    # the second is hardly its driver, or shares the car of the first
    ([of_penske("d0"), of_penske("d1", 0.3)], DRIVERS, set()),
    ([of_penske("d0"), of_penske("d1")], DRIVERS | {"d1": "d0"}, set()),
    # one that has a number is one car
    ([of_penske("d0"), of_penske("d1"), told("NUMBER", "x0", 5, "31", 0.9)], DRIVERS, {"x1"}),
    ([], DRIVERS, set()),
]


@pytest.mark.parametrize(("claims", "lead", "whole"), WHOLE)
def test_a_team_of_several_drivers_is_no_one_car(
    claims: list[Claim], lead: dict[str, str], whole: set[str]
) -> None:
    assert whole_teams(Judged([], claims), NUMBERED, lead) == whole
