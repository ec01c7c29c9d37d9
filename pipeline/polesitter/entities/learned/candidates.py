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
    runs = np.full(len(kinds), -1, dtype=np.int64)
    number = index = 0
    while index < len(kinds):
        if not kinds[index] & _OPENERS:
            index += 1
            continue
        last = index
        following = index + 1
        while following < len(kinds) and _continues(kinds, spaced, following, last):
            if kinds[following] & _CLOSERS:
                last = following
            following += 1
        runs[index : last + 1] = number
        number += 1
        index = last + 1
    return runs


def find_candidates(kinds: Ints, spaced: list[bool]) -> Candidates:
    """Return all candidates of a document; arguments as for `number_runs`."""
    runs = number_runs(kinds.tolist(), spaced)
    count = len(runs)
    capital = (kinds & CAPITAL) > 0
    following = np.append(capital[1:], False)
    opens = capital | ((kinds & _OPENERS > 0) & following) | (kinds & PARTICLE > 0)
    closes = kinds & _CLOSERS > 0
    starts: list[Ints] = []
    lengths: list[Ints] = []
    for length in range(1, min(LONGEST, count) + 1):
        first, last = slice(0, count - length + 1), slice(length - 1, count)
        fits = opens[first] & closes[last] & (runs[first] >= 0) & (runs[first] == runs[last])
        if length == 1:
            fits &= capital
        found = np.flatnonzero(fits)
        starts.append(found)
        lengths.append(np.full(len(found), length))
    if not starts:
        empty = np.zeros(0, dtype=np.int64)
        return Candidates(empty, empty, empty)
    start = np.concatenate(starts)
    end = start + np.concatenate(lengths)
    order = np.lexsort((end, start, runs[start]))
    return Candidates(start[order], end[order], runs[start][order])


def _continues(kinds: list[int], spaced: list[bool], index: int, last: int) -> bool:
    kind = kinds[index]
    if kind & (CAPITAL | DIGITS):
        return True
    if kind & (HYPHEN | SLASH):
        return last == index - 1 and not spaced[index - 1] and not spaced[index]
    return bool(kind & _INNER) and index - last <= LONGEST_LINK
