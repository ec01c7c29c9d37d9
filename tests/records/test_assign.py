import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from polesitter.records.assign import assign, likeliest

FLOOR = 0.33
FLOORS = dict.fromkeys(("a", "b", "c", "lee", "ray"), FLOOR)


def gain(chance: float) -> float:
    """What a pair adds: its log-odds over those of the floor."""
    return math.log(chance / (1 - chance)) - math.log(FLOOR / (1 - FLOOR))


def best_total(chances: dict[str, dict[int, float]]) -> float:
    """The largest gain of any choice, by trying them all."""
    names = sorted(chances)
    places = sorted({place for options in chances.values() for place in options})
    slots: list[int | None] = [*places, *([None] * len(names))]
    return max(
        sum(
            gain(chances[name][place])
            for name, place in zip(names, choice, strict=True)
            if place is not None and place in chances[name]
        )
        for choice in set(permutations(slots, len(names)))
        if all(p is None or p in chances[n] for n, p in zip(names, choice, strict=True))
    )


CHANCES = st.dictionaries(
    st.sampled_from("abc"),
    st.dictionaries(st.integers(1, 3), st.floats(0.01, 0.99), max_size=3),
    max_size=3,
)


@given(CHANCES)
def test_no_other_choice_is_more_probable(chances: dict[str, dict[int, float]]) -> None:
    taken = assign(chances, FLOORS)
    total = sum(gain(chances[name][place]) for name, place in taken.items())
    assert total == pytest.approx(best_total(chances) if chances else 0.0, abs=1e-6)


@given(CHANCES)
def test_no_place_twice_none_invented_none_below_the_floor(
    chances: dict[str, dict[int, float]],
) -> None:
    taken = assign(chances, FLOORS)
    places = list(taken.values())
    assert len(places) == len(set(places))
    assert all(chances[name][place] > FLOOR for name, place in taken.items())


def test_the_likelier_competitor_has_the_place_and_the_other_its_second_choice() -> None:
    taken = assign({"lee": {1: 0.9, 2: 0.1}, "ray": {1: 0.8, 2: 0.6}}, FLOORS)
    assert taken == {"lee": 1, "ray": 2}


def test_a_place_must_be_as_likely_as_its_own_competitor_needs() -> None:
    chances = {"lee": {1: 0.2}, "ray": {2: 0.2}}
    assert assign(chances, {"lee": 0.1, "ray": 0.3}).keys() == {"lee"}


def test_certainty_does_not_overflow() -> None:
    assert assign({"lee": {1: 1.0}, "ray": {1: 0.0}}, FLOORS).keys() == {"lee"}


@pytest.mark.parametrize("chances", [{}, {"lee": {}}])
def test_nothing_to_choose(chances: dict[str, dict[int, float]]) -> None:
    assert assign(chances, FLOORS) == {}


GAINS = st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=1, max_size=4)


@given(GAINS)
def test_what_nobody_disputes_is_what_the_solver_gives(gains: list[list[int]]) -> None:
    rows = [[float(gain) for gain in (*row, *[0] * len(gains))] for row in gains]
    best = linear_sum_assignment(rows, maximize=True)[1].tolist()
    chosen = likeliest([dict(enumerate(map(float, row))) for row in gains])
    found = [3 if place is None else place for place in chosen]
    assert [at for at in found if at < 3] == sorted(set(found) & {0, 1, 2}, key=found.index)
    total = sum(row[at] for row, at in zip(rows, found, strict=True))
    assert total == sum(row[at] for row, at in zip(rows, best, strict=True))
