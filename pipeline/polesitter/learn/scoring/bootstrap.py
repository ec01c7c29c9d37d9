"""How far a figure may be chance: bootstrap over reports (Efron and Tibshirani 1993).

Whole reports are drawn with replacement, since the cells of one report stand or fall
together. Seeded, so that the same reports give the same interval.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
SEED = 1950
LEVEL = 0.95

Counts: TypeAlias = tuple[int, int, int]
"""The cells of one report: right, wrong and missed."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure, and between what bounds `LEVEL` of the redrawn figures lie."""

    value: float
    low: float
    high: float


def paired_difference(
    old: Sequence[Counts], new: Sequence[Counts], *, draws: int = DRAWS, seed: int = SEED
) -> Interval:
    """Return F1 of `new` less that of `old`, both on the same reports in the same order.

    Each draw scores both on the same redrawn reports (paired bootstrap, Koehn 2004).
    Raises ValueError where the two differ in length.
    """
    before, after = _matrix(old), _matrix(new)
    if before.shape != after.shape:
        raise ValueError(f"{len(old)} reports against {len(new)}")
    if not len(before):
        return Interval(0.0, 0.0, 0.0)
    times = times_drawn(len(before), draws=draws, seed=seed)
    redrawn = _f1(times @ after) - _f1(times @ before)
    value = float(_f1(after.sum(axis=0)) - _f1(before.sum(axis=0)))
    return _interval(value, redrawn)


def f1_interval(counts: Sequence[Counts], *, draws: int = DRAWS, seed: int = SEED) -> Interval:
    """Return the F1 over some reports with its interval."""
    nothing = [(0, 0, 0)] * len(counts)
    return paired_difference(nothing, counts, draws=draws, seed=seed)


def interval_of(
    statistic: Callable[[NDArray[np.int64]], float],
    reports: int,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Interval:
    """Return any figure with its interval.

    `statistic` takes the numbers of the reports drawn (one may stand there several
    times) and returns the figure over them.
    """
    value = statistic(np.arange(reports))
    if not reports:
        return Interval(value, value, value)
    redrawn = [statistic(drawn) for drawn in reports_drawn(reports, draws=draws, seed=seed)]
    return _interval(value, np.array(redrawn))


@lru_cache(maxsize=32)
def times_drawn(reports: int, *, draws: int, seed: int) -> NDArray[np.int64]:
    """Return how often each report is drawn, (draws, reports); read-only.

    Remembered: who compares groups and fields asks for the same draws many times over.
    """
    drawn = reports_drawn(reports, draws=draws, seed=seed)
    times = np.array([np.bincount(each, minlength=reports) for each in drawn])
    times.setflags(write=False)
    return times


def reports_drawn(reports: int, *, draws: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Yield the numbers of the reports of each draw."""
    chance = np.random.default_rng(seed)
    for _ in range(draws):
        yield chance.integers(0, reports, reports)


def _matrix(counts: Sequence[Counts]) -> NDArray[np.int64]:
    return np.array(counts, dtype=np.int64).reshape(len(counts), 3)


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    """F1 of sums (..., 3) of right, wrong and missed; 0 where nothing is stated."""
    right, wrong, missed = sums[..., 0], sums[..., 1], sums[..., 2]
    total = 2 * right + wrong + missed
    scores: NDArray[np.float64] = 2 * right / np.maximum(total, 1)
    return scores


def _interval(value: float, redrawn: NDArray[np.float64]) -> Interval:
    outside = (1 - LEVEL) / 2
    low, high = np.quantile(redrawn, (outside, 1 - outside))
    return Interval(value, float(low), float(high))
