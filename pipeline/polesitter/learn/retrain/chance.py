"""How probable it is that a fall is chance, and what remains of it among many comparisons."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from polesitter.learn.bootstrap import DRAWS, SEED, Counts, times_drawn


def chance_of_fall(old: Sequence[Counts], new: Sequence[Counts]) -> float:
    """Return the share of redrawn sets of reports on which F1 of `new` is not lower.

    One-sided, paired bootstrap by report; 1 where nothing changes. Never less than the
    chance that as many coins as there are reports that changed fall on one side: redrawing
    two or three reports would make too much of them.
    """
    before, after = (np.array(counts, dtype=np.int64).reshape(-1, 3) for counts in (old, new))
    changed = int((before != after).any(axis=1).sum())
    if not changed:
        return 1.0
    times = times_drawn(len(before), draws=DRAWS, seed=SEED)
    not_lower = int((_f1(times @ after) >= _f1(times @ before)).sum())
    return float(max((not_lower + 1) / (DRAWS + 1), 0.5**changed))


def holm(chances: Sequence[float]) -> list[float]:
    """Return the chances corrected for their number, in their order (Holm 1979)."""
    corrected = [1.0] * len(chances)
    highest = 0.0
    for rank, (chance, place) in enumerate(sorted(zip(chances, range(len(chances)), strict=True))):
        highest = max(highest, min(1.0, chance * (len(chances) - rank)))
        corrected[place] = highest
    return corrected


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    scores: NDArray[np.float64] = 2 * sums[:, 0] / np.maximum(sums @ np.array([2, 1, 1]), 1)
    return scores
