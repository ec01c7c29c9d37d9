"""Gaps offered to who is second."""

import pytest

from polesitter.relations.all_told.gap_offers import REACH, gap_offers
from polesitter.relations.all_told.likely_places import likeliest_places
from polesitter.relations.all_told.run_told import runs_told
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import names_of

from ...marked import frames

FAR = "[Lee](DRIVER) beat [Ray](DRIVER). [Cox](DRIVER) was slow. It was over by [.02 seconds](GAP)."
GAP = 3


def place(who: int, value: int, chance: float = 0.9) -> Claim:
    return Claim("POSITION", f"d{who}", who, 9, 0, str(value), [], {"position": chance})


def gap(who: int, chance: float, value: float = 0.02) -> Claim:
    return Claim("GAP", f"d{who}", who, GAP, 2, value, [], {"gap": chance})


def offered(*claims: Claim, marked: str = FAR) -> dict[str, set[str]]:
    """Who is offered the gap, each with the signs."""
    found, view = frames(marked)
    judged = Judged(found, list(claims))
    return {
        run.competitor: set(names_of(run.parts))
        for run in gap_offers(judged, view, runs_told(judged), likeliest_places(judged))
    }


OFFERS = [
    ((place(1, 2),), {"d1"}),
    ((place(1, 2, 0.4),), set()),
    ((place(1, 1),), set()),
    ((place(0, 2), place(1, 2)), {"d0", "d1"}),
    # who has a gap, or was told to have this one, needs none; nor is one offered that is taken
    ((place(1, 2), gap(1, 0.9, 0.5)), set()),
    ((place(1, 2), gap(1, 0.1)), set()),
    ((place(1, 2), gap(2, 0.6)), set()),
    ((place(1, 2), gap(2, 0.4)), {"d1"}),
]


@pytest.mark.parametrize(("claims", "who"), OFFERS)
def test_the_second_without_a_gap_is_offered_one(claims: tuple[Claim, ...], who: set[str]) -> None:
    assert set(offered(*claims)) == who


def test_what_speaks_for_it() -> None:
    found = offered(place(1, 2), gap(2, 0.4))["d1"]
    assert {"offer before 2", "offer taken:2", "offer of:1", "offer vl:by"} <= found
    before = f"By [.02 seconds](GAP) it was. {FAR.split(' It', maxsplit=1)[0]}"
    assert "offer after 2" in offered(place(2, 2), marked=before)["d2"]


def test_nobody_is_offered_one_from_too_far() -> None:
    rain = "It rained. "
    near, far = (FAR.replace("It was", rain * n + "It was") for n in (REACH - 2, REACH - 1))
    assert offered(place(1, 2), marked=near)
    assert not offered(place(1, 2), marked=far)
