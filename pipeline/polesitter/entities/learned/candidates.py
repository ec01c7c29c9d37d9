"""Where names may stand: runs of capitalised words, and every useful stretch of a run."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.runs import CLOSERS, OPENERS, number_runs
from polesitter.entities.learned.words import CAPITAL, PARTICLE

Ints = NDArray[np.int64]

LONGEST = 9
"""Most tokens in a candidate; the few longer names are left to the patterns."""

_OFFSETS = np.arange(LONGEST)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Token stretches that may be names: parallel arrays, sorted by start, then length.

    `starts`, `ends`: token offsets, half-open; `runs`: the run each is part of.
    """

    starts: Ints
    ends: Ints
    runs: Ints

    def __len__(self) -> int:
        """Return the number of candidates."""
        return len(self.starts)

    def between(self, first: int, last: int) -> "Candidates":
        """Those numbered [first, last)."""
        return Candidates(self.starts[first:last], self.ends[first:last], self.runs[first:last])


def find_candidates(kinds: Ints, spaced: list[bool]) -> Candidates:
    """Return all candidates of a page; arguments as for `number_runs`."""
    runs = np.array(number_runs(kinds.tolist(), spaced), dtype=np.int64)
    capital = (kinds & CAPITAL) > 0
    opens = (kinds & OPENERS) > 0
    opens[:-1] &= capital[1:]
    opens[-1:] = False
    opens |= (kinds & (CAPITAL | PARTICLE)) > 0
    opens &= runs >= 0
    first = opens.nonzero()[0]
    # By token the run that may close there, and LONGEST tokens past the end in none.
    closing = np.full(len(runs) + LONGEST, -1, dtype=np.int64)
    closing[: len(runs)] = np.where(kinds & CLOSERS, runs, -1)
    run = runs[first]
    fits = closing[first[:, None] + _OFFSETS] == run[:, None]
    fits[:, 0] &= capital[first]
    row, longer = fits.nonzero()
    start = first[row]
    return Candidates(start, start + longer + 1, run[row])
