"""Choosing, within each run, the names that do not overlap and together weigh most."""

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates


def choose_spans(candidates: Candidates, weights: NDArray[np.float64]) -> list[int]:
    """Return the indices of the chosen candidates, by start.

    `weights` holds one log-odds per candidate; those at or below zero are never
    chosen. Weighted interval scheduling by dynamic programming over ends; of two
    equal choices the one with the earlier start stands.
    """
    worth = (weights > 0).nonzero()[0]
    order = worth[np.lexsort((candidates.starts[worth], candidates.ends[worth]))]
    starts, ends = candidates.starts[order], candidates.ends[order]
    gains = weights[order].tolist()
    fits = ends.searchsorted(starts, side="right").tolist()
    best = [0.0]
    for index in range(len(starts)):
        best.append(max(best[index], gains[index] + best[fits[index]]))
    chosen: list[int] = []
    index = len(ends)
    while index:
        if best[index] > best[index - 1]:
            chosen.append(index - 1)
            index = fits[index - 1]
        else:
            index -= 1
    picked: list[int] = order[chosen[::-1]].tolist() if chosen else []
    return picked
