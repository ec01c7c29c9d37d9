"""How probable it is that a fall is chance: told by coins, right for few reports and for many."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from polesitter.learn.retrain.chance import ALL_WAYS, Chance, chance_of_fall
from polesitter.learn.scoring.bootstrap import Counts

Pair = tuple[Counts, Counts]

GOOD, BAD = (8, 1, 1), (7, 2, 2)
UP, DOWN, SAME = (BAD, GOOD), (GOOD, BAD), (GOOD, GOOD)

cells = st.integers(0, 6)
pairs = st.lists(st.tuples(st.tuples(cells, cells, cells), st.tuples(cells, cells, cells)))


def chance(told: Sequence[Pair]) -> Chance:
    return chance_of_fall([old for old, _ in told], [new for _, new in told])


def exchanged(told: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs in all ways in which old and new may change sides, report by report."""
    for coins in product((False, True), repeat=len(told)):
        yield [(new, old) if coin else (old, new) for coin, (old, new) in zip(coins, told)]  # noqa: B905


def change(told: Sequence[Pair]) -> Fraction:
    old, new = (_f1([pair[side] for pair in told]) for side in (0, 1))
    return new - old


def _f1(counts: Sequence[Counts]) -> Fraction:
    right, wrong, missed = (sum(each[place] for each in counts) for place in range(3))
    return Fraction(2 * right, max(1, 2 * right + wrong + missed))


@given(pairs.filter(lambda told: len(told) <= 6))
def test_it_is_the_share_of_all_ways_that_fall_as_deep(told: list[Pair]) -> None:
    wanted = [change(other) <= change(told) for other in exchanged(told)]
    if all(old == new for old, new in told):
        assert chance(told) == Chance(1.0, 1.0)
    else:
        assert chance(told).value == pytest.approx(sum(wanted) / len(wanted))


@pytest.mark.parametrize("number", range(1, ALL_WAYS + 1))
def test_it_is_no_less_than_that_of_so_many_coins(number: int) -> None:
    told = [*[DOWN] * number, *[SAME] * 40]
    assert chance(told) == Chance(0.5**number, 0.5**number)


@pytest.mark.parametrize("told", [
    [UP, DOWN, UP, UP, DOWN, DOWN, UP, DOWN, DOWN],
    [DOWN] * 8,
    [((9, 0, 0), (0, 9, 9)), *[UP] * 6, *[SAME] * 3],
    [((5, 5, 5), (6, 4, 4)), ((20, 1, 1), (12, 9, 9)), ((3, 0, 0), (2, 1, 1)), *[DOWN] * 5],
])  # fmt: skip
@pytest.mark.parametrize("level", [0.01, 0.05, 0.2])
def test_chance_is_taken_for_a_fall_no_more_often_than_said(told: list[Pair], level: float) -> None:
    # Redrawn reports would take it for one more often.
    called = [chance(other).value <= level for other in exchanged(told)]
    assert sum(called) <= level * len(called)


@pytest.mark.parametrize(("falls", "gains"), [(15, 5), (12, 8), (20, 10), (30, 10)])
def test_of_many_reports_some_ways_are_drawn(falls: int, gains: int) -> None:
    told = [*[DOWN] * falls, *[UP] * gains]
    wanted = float(binom.sf(falls - 1, falls + gains, 0.5))
    assert chance(told).value == pytest.approx(wanted, abs=0.01)
    assert chance(told).least == 0.0001


def test_many_falls_and_no_gain_are_as_improbable_as_can_be_told() -> None:
    assert chance([DOWN] * 60).value == 0.0001


def test_gains_are_no_fall() -> None:
    assert chance([UP] * 10).value == 1.0
    assert chance([*[DOWN] * 20, *[UP] * 20]).value == pytest.approx(0.56, abs=0.02)


def test_reports_that_are_alike_change_nothing() -> None:
    told = [*[DOWN] * 7, UP]
    assert chance(told) == chance([*told, *[SAME] * 30])
