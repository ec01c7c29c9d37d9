"""The second pass: what the rest of the report was taken to be bears on each candidate.

"Green" alone is a driver where "Josh Green" is one; "Risi" a team where "Risi
Competizione" is; "KBM" what "Kyle Busch Motorsports" is.
"""

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.page import PAD, WORDS, Page
from polesitter.entities.learned.stretches import (
    running_sums,
    stretch_hashes,
    without_first,
    without_last,
)
from polesitter.entities.learned.words import CAPITAL

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

RELATIONS = 6
"""Kinds of evidence from elsewhere; each gives one value per class of name."""
SIZES = 3
"""Lengths of a name that weigh evidence differently: one token, two, more."""
CLEARLY_FOUND = 0.05
"""Chances of all name classes together from which a name was found elsewhere at all."""
LONGEST_ACRONYM = 7
"""Tokens of a name whose initials are looked at."""
_LEAST_BITS = 13
"""Last bits of a key by which `worth_comparing` passes over most, for a few hundred names."""
_ACRONYM_BITS = 0x7FFF_FFFF_FFFF
_SALTS = np.arange(RELATIONS, dtype=np.int64) * 0x1F35_7AEA_2E62_A9C5
_PART_SALTS = _SALTS[[0, 1, 1, 2, 2, 3, 4, 5]]
"""The salt of each part of the keys: what a longer name ends and opens with is two parts each."""


def weigh_evidence(
    page: Page, candidates: Candidates, scores: Floats, weights: NDArray[np.float32]
) -> Floats:
    """Return the scores of the second pass, (candidates, classes).

    `weights`, (SIZES * facts, classes): those of `gather_facts`, for each length of a name.
    """
    inputs = gather_facts(page, candidates, scores)
    weighed = np.matmul(inputs, weights.reshape(SIZES, inputs.shape[1], -1))
    return np.asarray(weighed[size_of(candidates), np.arange(len(candidates))])


def size_of(candidates: Candidates) -> Ints:
    """Return 0 for a candidate of one token, 1 for two, 2 for more."""
    sizes: Ints = np.minimum(candidates.ends - candidates.starts, SIZES) - 1
    return sizes


def gather_facts(page: Page, candidates: Candidates, scores: Floats) -> Floats:
    """Return what the second pass knows of each candidate, shape (candidates, facts).

    `scores`: first-pass log-odds against NONE, shape (candidates, classes), where
    column 0 (NONE) is zero. The facts are the scores, then for each relation the
    highest probability of each name class in another run, then 1 where any stood
    there; and 1 at the end.
    """
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    found = _found_elsewhere(page, candidates, chances[:, 1:])
    return np.concatenate([scores[:, 1:], found, np.ones((len(candidates), 1))], axis=1)


def _found_elsewhere(page: Page, candidates: Candidates, chances: Floats) -> Floats:
    """Return for each relation the best chances found elsewhere, and 1 where there are any.

    The relations are looked up in one go, their keys told apart by a salt each.
    """
    rows, keys, by_relation = _keys(page, candidates)
    targets = by_relation.ravel()
    source_runs = candidates.runs[rows]
    target_runs = np.concatenate([candidates.runs] * RELATIONS)
    source, target = worth_comparing((keys, source_runs), (targets, target_runs))
    best = elsewhere(
        (keys[source], source_runs[source], chances[rows[source]]),
        targets[target],
        target_runs[target],
    )
    blocks = np.zeros((len(candidates), RELATIONS, chances.shape[1] + 1))
    relation, candidate = np.divmod(target, len(candidates))
    blocks[candidate, relation, :-1] = best
    blocks[candidate, relation, -1] = best.sum(axis=1) > CLEARLY_FOUND
    return blocks.reshape(len(candidates), -1)


def worth_comparing(sources: tuple[Ints, Ints], targets: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """Return the sources and targets that may share a key with another run, by index.

    Both are keys and runs. Most names stand in one run only; their keys are passed over
    by a table of their last bits, which lets a few too many through and misses none.
    """
    size = 1 << max(_LEAST_BITS, 2 + len(sources[0]).bit_length())
    source, target = sources[0] & (size - 1), targets[0] & (size - 1)
    run_of = np.full(size, -1, dtype=np.int32)
    run_of[source] = sources[1]
    shared = np.zeros(size, dtype=np.bool_)
    shared[source[run_of[source] != sources[1]]] = True
    known = run_of[target]
    useful = ((known >= 0) & (shared[target] | (known != targets[1]))).nonzero()[0]
    wanted = np.zeros(size, dtype=np.bool_)
    wanted[target[useful]] = True
    return wanted[source].nonzero()[0], useful


def elsewhere(sources: tuple[Ints, Ints, Floats], targets: Ints, target_runs: Ints) -> Floats:
    """Return per target the highest source value of the same key in another run.

    `sources` are keys, runs and values (rows, classes) of equal length; zero where
    there is no such source.
    """
    keys, runs, values = sources
    result = np.zeros((len(targets), values.shape[1]))
    if not len(keys) or not len(targets):
        return result
    order = keys.argsort(kind="stable")
    keys, runs, values = keys[order], runs[order], values[order]
    opens = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=opens[1:])
    firsts = opens.nonzero()[0]
    known = keys[firsts]
    group = opens.cumsum() - 1
    best = np.maximum.reduceat(values, firsts, axis=0)
    owner = np.full(best.shape, -1, dtype=np.int64)
    rows, columns = (values == best[group]).nonzero()
    owner[group[rows], columns] = runs[rows]
    others = np.where(runs[:, None] == owner[group], 0.0, values)
    second = np.maximum.reduceat(others, firsts, axis=0)
    place = np.minimum(known.searchsorted(targets), len(known) - 1)
    found = (known[place] == targets).nonzero()[0]
    place = place[found]
    own = owner[place] == target_runs[found, None]
    result[found] = np.where(own, second[place], best[place])
    return result


def _keys(page: Page, candidates: Candidates) -> tuple[Ints, Ints, Ints]:
    """Return the candidates that are sources, their keys, and every target's keys.

    The targets' are of shape (relations, candidates). The keys of one relation tell it
    apart from the others, and those of one document.
    """
    words = page.column("word")
    first, last = words[candidates.starts + PAD], words[candidates.ends + PAD - 1]
    length = candidates.ends - candidates.starts
    ids = stretch_hashes(page.sums[WORDS], candidates.starts, candidates.ends)
    longer, single = (length > 1).nonzero()[0], (length == 1).nonzero()[0]
    ending, opening = last[longer], first[longer]
    tails = without_first(ids[longer], opening, length[longer])
    heads = without_last(ids[longer], ending)
    initials = initial_ids(page, candidates)[longer]
    alone = first[single]
    parts = [ids, tails, ending, heads, opening, initials, alone, alone]
    rows = [np.arange(len(ids)), longer, longer, longer, longer, longer, single, single]
    salts = np.repeat(_PART_SALTS, [len(part) for part in parts])
    acronyms = page.column("acronym")[candidates.starts + PAD]
    targets = np.empty((RELATIONS, len(ids)), dtype=np.int64)
    targets[:3] = ids
    targets[3] = np.where((length == 1) & (acronyms != 0), acronyms, -1)
    targets[4] = np.where(length > 1, last, -1)
    targets[5] = np.where(length > 1, first, -1)
    targets ^= _SALTS[:, None]
    documents = page.salts[candidates.starts + PAD]
    targets ^= documents
    every = np.concatenate(rows)
    return every, np.concatenate(parts) ^ salts ^ documents[every], targets


def initial_ids(page: Page, candidates: Candidates) -> Ints:
    """Return per candidate the hash of its capital initials, comparable to `Word.acronym`."""
    initials, capital = page.tokens("initial"), (page.tokens("kind") & CAPITAL) > 0
    places = capital.cumsum()
    sums = running_sums(np.where(capital, initials, 0), places)
    ends = np.minimum(candidates.ends, candidates.starts + LONGEST_ACRONYM)
    return stretch_hashes(sums, candidates.starts, ends, places[ends - 1]) & _ACRONYM_BITS
