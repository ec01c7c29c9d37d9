"""Where names may stand: runs of capitalised words, and every useful stretch of a run."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.words import (
    ARTICLE,
    CAPITAL,
    CLOSER,
    CONNECTOR,
    DIGITS,
    HYPHEN,
    PARTICLE,
    POSSESSIVE,
    SLASH,
)

Ints = NDArray[np.int64]

LONGEST = 9
"""Most tokens in a candidate; the few longer names are left to the patterns."""

LONGEST_LINK = 3
"""Most connecting tokens between two capitalised words of a run ("of the")."""

_OFFSETS = np.arange(LONGEST)
_OPENERS = CAPITAL | PARTICLE | DIGITS | ARTICLE
_CLOSERS = CAPITAL | DIGITS | CLOSER
_INNER = CONNECTOR | PARTICLE | HYPHEN | SLASH | POSSESSIVE


@dataclass(frozen=True, slots=True)
class Candidates:
    """Token stretches that may be names: parallel arrays, sorted by run, then length.

    `starts`, `ends`: token offsets, half-open; `runs`: the run each is part of.
    """

    starts: Ints
    ends: Ints
    runs: Ints

    def __len__(self) -> int:
        """Return the number of candidates."""
        return len(self.starts)


def number_runs(kinds: list[int], spaced: list[bool]) -> Ints:
    """Return the run number of each token, -1 outside every run.

    `kinds` are the words' kind bits, `spaced` tells which tokens are followed by
    a space; a hyphen links only what it touches on both sides.
    """
    runs = [-1] * len(kinds)
    number = stop = 0
    for index, kind in enumerate(kinds):
        if index < stop or not kind & _OPENERS:
            continue
        stop = index + 1
        following = index + 1
        while following < len(kinds) and _continues(kinds, spaced, following, stop - 1):
            following += 1
            if kinds[following - 1] & _CLOSERS:
                stop = following
        runs[index:stop] = [number] * (stop - index)
        number += 1
    return np.array(runs, dtype=np.int64)


def find_candidates(kinds: Ints, spaced: list[bool]) -> Candidates:
    """Return all candidates of a document; arguments as for `number_runs`."""
    runs = number_runs(kinds.tolist(), spaced)
    capital = (kinds & CAPITAL) > 0
    opens = (kinds & _OPENERS) > 0
    opens[:-1] &= capital[1:]
    opens[-1:] = False
    opens |= (kinds & (CAPITAL | PARTICLE)) > 0
    opens &= runs >= 0
    first = opens.nonzero()[0]
    # By token the run that may close there, and LONGEST tokens past the end in none.
    closing = np.full(len(runs) + LONGEST, -1, dtype=np.int64)
    closing[: len(runs)] = np.where(kinds & _CLOSERS, runs, -1)
    run = runs[first]
    fits = closing[first[:, None] + _OFFSETS] == run[:, None]
    fits[:, 0] &= capital[first]
    row, longer = fits.nonzero()
    start = first[row]
    return Candidates(start, start + longer + 1, run[row])


def _continues(kinds: list[int], spaced: list[bool], index: int, last: int) -> bool:
    kind = kinds[index]
    if kind & (CAPITAL | DIGITS):
        return True
    if kind & (HYPHEN | SLASH):
        return last == index - 1 and not spaced[index - 1] and not spaced[index]
    return bool(kind & _INNER) and index - last <= LONGEST_LINK
