"""The second pass: what the rest of the report was taken to be bears on each candidate.

"Green" alone is a driver where "Josh Green" is one; "Risi" a team where "Risi
Competizione" is; "KBM" what "Kyle Busch Motorsports" is.
"""

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.document import string_ids
from polesitter.entities.learned.page import PAD, Page
from polesitter.entities.learned.words import CAPITAL

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

RELATIONS = 6
"""Kinds of evidence from elsewhere; each gives one value per class of name."""


def gather_evidence(page: Page, candidates: Candidates, scores: Floats) -> Floats:
    """Return the inputs of the second pass, shape (candidates, inputs).

    `scores`: first-pass log-odds against NONE, shape (candidates, classes), where
    column 0 (NONE) is zero. The inputs are the scores, then for each relation the
    highest probability of each name class in another run, then 1 where any stood
    there; the whole repeated in blocks by length (1, 2, more tokens).
    """
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    blocks = [scores[:, 1:]]
    for sources, keys, targets in _relations(page, candidates):
        best = elsewhere(
            (keys, candidates.runs[sources], chances[sources, 1:]), targets, candidates.runs
        )
        blocks += [best, best.sum(axis=1, keepdims=True) > 0.05]
    inputs = np.concatenate([*blocks, np.ones((len(candidates), 1))], axis=1)
    size = np.minimum(candidates.ends - candidates.starts, 3)
    return np.concatenate([np.where(size[:, None] == kind, inputs, 0.0) for kind in (1, 2, 3)], 1)


def elsewhere(sources: tuple[Ints, Ints, Floats], targets: Ints, target_runs: Ints) -> Floats:
    """Return per target the highest source value of the same key in another run.

    `sources` are keys, runs and values (rows, classes) of equal length; zero where
    there is no such source.
    """
    keys, runs, values = sources
    result = np.zeros((len(targets), values.shape[1]))
    if not len(keys) or not len(targets):
        return result
    known, inverse = np.unique(keys, return_inverse=True)
    best = np.zeros((len(known), values.shape[1]))
    np.maximum.at(best, inverse, values)
    owner = np.full(best.shape, -1, dtype=np.int64)
    rows, columns = np.nonzero(values == best[inverse])
    owner[inverse[rows], columns] = runs[rows]
    second = np.zeros_like(best)
    np.maximum.at(second, inverse, np.where(runs[:, None] == owner[inverse], 0.0, values))
    place = np.minimum(np.searchsorted(known, targets), len(known) - 1)
    found = known[place] == targets
    own = owner[place] == target_runs[:, None]
    result[found] = np.where(own, second[place], best[place])[found]
    return result


def _relations(page: Page, candidates: Candidates) -> list[tuple[Ints, Ints, Ints]]:
    """Return for each relation the source candidates, their keys, and every target's key."""
    words = page.column("word")
    ids = string_ids(page, candidates, "word")
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    length = candidates.ends - candidates.starts
    everything = np.arange(len(candidates))
    longer, single = np.flatnonzero(length > 1), np.flatnonzero(length == 1)
    tails = Candidates(candidates.starts[longer] + 1, candidates.ends[longer], longer)
    heads = Candidates(candidates.starts[longer], candidates.ends[longer] - 1, longer)
    acronyms = page.column("acronym")[first]
    initials = initial_ids(page, candidates)
    ending = np.concatenate([string_ids(page, tails, "word"), words[last[longer]]])
    opening = np.concatenate([string_ids(page, heads, "word"), words[first[longer]]])
    twice = np.concatenate([longer, longer])
    acronym_targets = np.where((length == 1) & (acronyms != 0), acronyms, -1)
    return [
        (everything, ids, ids),
        (twice, ending, ids),
        (twice, opening, ids),
        (longer, initials[longer], acronym_targets),
        (single, words[first[single]], np.where(length > 1, words[last], -1)),
        (single, words[first[single]], np.where(length > 1, words[first], -1)),
    ]


def initial_ids(page: Page, candidates: Candidates) -> Ints:
    """Return per candidate the hash of its capital initials, comparable to `Word.acronym`."""
    initials = page.column("initial")
    capital = (page.column("kind") & CAPITAL) > 0
    ids = np.zeros(len(candidates), dtype=np.int64)
    lengths = candidates.ends - candidates.starts
    for offset in range(min(int(lengths.max(initial=0)), 7)):
        row = np.minimum(candidates.starts + offset, candidates.ends - 1) + PAD
        counted = (lengths > offset) & capital[row]
        added = (ids * 1_000_003 + initials[row]) & 0x7FFF_FFFF_FFFF
        ids = np.where(counted, added, ids)
    return ids
