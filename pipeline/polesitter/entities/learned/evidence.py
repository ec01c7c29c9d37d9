"""The second pass: what the rest of the report was taken to be bears on each candidate.

"Green" alone is a driver where "Josh Green" is one; "Risi" a team where "Risi
Competizione" is; "KBM" what "Kyle Busch Motorsports" is.
"""

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.page import PAD, Page, string_ids
from polesitter.entities.learned.stretches import running_sums, stretch_hashes
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
_LAST_BITS = (1 << 13) - 1
_ACRONYM_BITS = 0x7FFF_FFFF_FFFF
_SALTS = np.arange(RELATIONS, dtype=np.int64) * 0x1F35_7AEA_2E62_A9C5


def gather_evidence(page: Page, candidates: Candidates, scores: Floats) -> Floats:
    """Return the inputs of the second pass, shape (candidates, inputs).

    They are those of `gather_facts`, repeated in blocks by length (1, 2, more tokens).
    """
    inputs = gather_facts(page, candidates, scores)
    by_size = np.zeros((len(candidates), SIZES, inputs.shape[1]))
    by_size[np.arange(len(candidates)), size_of(candidates)] = inputs
    return by_size.reshape(len(candidates), -1)


def weigh_evidence(
    page: Page, candidates: Candidates, scores: Floats, weights: NDArray[np.float32]
) -> Floats:
    """Return `gather_evidence(page, candidates, scores) @ weights`, less its empty blocks."""
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
    relations = _relations(page, candidates)
    rows = np.concatenate([sources for sources, _, _ in relations])
    keys = np.concatenate(
        [keys ^ salt for (_, keys, _), salt in zip(relations, _SALTS, strict=True)]
    )
    targets = np.concatenate(
        [ids ^ salt for (_, _, ids), salt in zip(relations, _SALTS, strict=True)]
    )
    source_runs, target_runs = candidates.runs[rows], np.tile(candidates.runs, RELATIONS)
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
    source, target = sources[0] & _LAST_BITS, targets[0] & _LAST_BITS
    run_of = np.full(_LAST_BITS + 1, -1, dtype=np.int32)
    run_of[source] = sources[1]
    shared = np.zeros(_LAST_BITS + 1, dtype=np.bool_)
    shared[source[run_of[source] != sources[1]]] = True
    known = run_of[target]
    useful = np.flatnonzero((known >= 0) & (shared[target] | (known != targets[1])))
    wanted = np.zeros(_LAST_BITS + 1, dtype=np.bool_)
    wanted[target[useful]] = True
    return np.flatnonzero(wanted[source]), useful


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
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    known = keys[firsts]
    group = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(keys))))
    best = np.maximum.reduceat(values, firsts, axis=0)
    owner = np.full(best.shape, -1, dtype=np.int64)
    rows, columns = np.nonzero(values == best[group])
    owner[group[rows], columns] = runs[rows]
    others = np.where(runs[:, None] == owner[group], 0.0, values)
    second = np.maximum.reduceat(others, firsts, axis=0)
    place = np.minimum(np.searchsorted(known, targets), len(known) - 1)
    found = np.flatnonzero(known[place] == targets)
    place = place[found]
    own = owner[place] == target_runs[found, None]
    result[found] = np.where(own, second[place], best[place])
    return result


def _relations(page: Page, candidates: Candidates) -> list[tuple[Ints, Ints, Ints]]:
    """Return for each relation the source candidates, their keys, and every target's key."""
    words = page.column("word")
    ids = string_ids(page, candidates.starts, candidates.ends)[0]
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    length = candidates.ends - candidates.starts
    everything = np.arange(len(candidates))
    longer, single = np.flatnonzero(length > 1), np.flatnonzero(length == 1)
    starts, ends = candidates.starts[longer], candidates.ends[longer]
    tails = string_ids(page, starts + 1, ends)[0]
    heads = string_ids(page, starts, ends - 1)[0]
    acronyms = page.column("acronym")[first]
    initials = initial_ids(page, candidates)
    ending = np.concatenate([tails, words[last[longer]]])
    opening = np.concatenate([heads, words[first[longer]]])
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
    initials, capital = page.tokens("initial"), (page.tokens("kind") & CAPITAL) > 0
    places = capital.cumsum()
    sums = running_sums(np.where(capital, initials, 0), places)
    ends = np.minimum(candidates.ends, candidates.starts + LONGEST_ACRONYM)
    return stretch_hashes(sums, candidates.starts, ends, places[ends - 1]) & _ACRONYM_BITS
