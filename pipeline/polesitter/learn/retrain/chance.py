"""How probable it is that a fall is chance, told by coins.

If two models are equally good, a coin might have told which of the two readings of a report
is the new model's. So the chance of a fall is the share of all ways in which coins may fall
that bring one as deep (paired randomization by report: Fisher 1935, for F1 Yeh 2000). It
holds for any number of reports: where three differ, nothing is less probable than 1 in 8.
Redrawn reports (bootstrap) would make too much of the few that differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.learn.scoring.bootstrap import SEED, Counts

ALL_WAYS = 12
"""Where at most so many reports differ, all ways of their coins are counted; else some drawn."""

DRAWS = 9_999

SAME = 1e-12
"""Two differences of F1 that are closer than this are one."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How probable a fall is by chance, and the least it could be in these reports, 0 to 1."""

    value: float
    least: float


def chance_of_fall(old: Sequence[Counts], new: Sequence[Counts]) -> Chance:
    """Return the chance of a fall of F1 as deep as from `old` to `new`, the same reports in order.

    One-sided. Both are 1 where nothing changes.
    """
    before, after = (np.array(counts, dtype=np.int64).reshape(-1, 3) for counts in (old, new))
    differ = (before != after).any(axis=1)
    if not differ.any():
        return Chance(1.0, 1.0)
    coins = _coins(int(differ.sum()))
    moved = coins @ (after - before)[differ]
    changes = _f1(after.sum(axis=0) - moved) - _f1(before.sum(axis=0) + moved)
    change = _f1(after.sum(axis=0)) - _f1(before.sum(axis=0))
    as_deep, ways = int((changes <= change + SAME).sum()), len(coins)
    if ways == DRAWS:
        # Beside those that were drawn there is the way that came to pass.
        as_deep, ways = as_deep + 1, ways + 1
    return Chance(as_deep / ways, 1 / ways)


def _coins(number: int) -> NDArray[np.int64]:
    """Ways in which coins fall (ways, number): 1 where the readings of a report change sides."""
    if number <= ALL_WAYS:
        return np.arange(2**number)[:, None] >> np.arange(number) & 1
    return np.random.default_rng(SEED).integers(0, 2, (DRAWS, number))


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    scores: NDArray[np.float64] = 2 * sums[..., 0] / np.maximum(sums @ np.array([2, 1, 1]), 1)
    return scores
