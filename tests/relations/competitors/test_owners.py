"""Whose car it is that is told without a driver."""

import pytest

from polesitter.relations.competitors.owners import OwnerClaim, find_owners, with_owners

from ...marked import frames, names

NEAR = [
    # of its sentence, on both sides
    ("[Ann Lee](DRIVER) was quick, and the No. [22](NUMBER) came before [Bo Ray](DRIVER).",
     [("x0", "Ann Lee"), ("x0", "Bo Ray")]),
    # of the sentence before, the first and the last; of the next, the first
    ("[Ann Lee](DRIVER), [Cy Fox](DRIVER) and [Bo Ray](DRIVER) came. The No. [22](NUMBER) was "
     "slow. [Di Poe](DRIVER) met [Ed Roe](DRIVER).",
     [("x0", "Ann Lee"), ("x0", "Bo Ray"), ("x0", "Di Poe")]),
    ("[Ann Lee](DRIVER) came. It rained. [Krohn Racing](TEAM) was [third](POSITION).",
     [("x0", "Ann Lee")]),
    # of the sentence before only where none stands left of it
    ("[Ann Lee](DRIVER) came. [Bo Ray](DRIVER) was quick, and the No. [22](NUMBER) came.",
     [("x0", "Bo Ray")]),
    # no driver near by, no car without one
    ("The No. [22](NUMBER) was slow.", []),
    ("[Ann Lee](DRIVER) was slow. [Bo Ray](DRIVER) was slower.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "claims"), NEAR)
def test_drivers_near_a_car(marked: str, claims: list[tuple[str, str]]) -> None:
    found, view = frames(marked)
    known = names(view)
    told = [(claim.entry, known[claim.driver]) for claim in find_owners(view, found)]
    assert told == claims


BESIDE = [
    ("[Ann Lee](DRIVER) was in the [Krohn](TEAM) car. The No. [22](NUMBER) [Krohn](TEAM) car "
     "was slow.", "is:NUMBER number:- team:same"),
    ("[Ann Lee](DRIVER) was in the [Bell](TEAM) car. The No. [22](NUMBER) [Krohn](TEAM) car "
     "was slow.", "is:NUMBER number:- team:other"),
    ("[Ann Lee](DRIVER), No. [7](NUMBER), was quick. The No. [22](NUMBER) was slow.",
     "is:NUMBER number:other team:-"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "sign"), BESIDE)
def test_what_stands_beside_a_driver_speaks_for_or_against(marked: str, sign: str) -> None:
    found, view = frames(marked)
    (claim,) = find_owners(view, found)
    assert sign in claim.signs


TWICE = "[Ann Lee](DRIVER) came. The {0} was slow. [Bo Ray](DRIVER) came. The {0} was slow."
OWNED = [
    ("No. [22](NUMBER)", (0.6, 0.2), {1: "d0", 3: "d0"}),  # a number is one car
    ("No. [22](NUMBER)", (0.3, 0.2), {1: "x0", 3: "x0"}),
    ("[Krohn Racing](TEAM)", (0.6, 0.2), {1: "d0", 3: "x0"}),  # a team may have two
]  # fmt: skip


@pytest.mark.parametrize(("car", "chances", "cars"), OWNED)
def test_a_car_is_its_likely_owners(
    car: str, chances: tuple[float, float], cars: dict[int, str]
) -> None:
    _, view = frames(TWICE.format(car))
    claims = [
        OwnerClaim("x0", driver, mention, (), (), chance)
        for mention, driver, chance in zip((1, 3), ("d0", "d1"), chances, strict=True)
    ]
    owned = with_owners(view, claims).head_of
    assert {mention: owned[mention] for mention in cars} == cars
    assert with_owners(view, []) is view
