"""Features of a candidate name: its words, shape, neighbours, and the report around it.

Every feature is one value per candidate, made of one or more facts; the feature's
number and value are hashed together into one of BUCKETS weights. All features of a
report are made in a few operations on whole tables, because a call costs more than
what it does for the names of one report.
"""

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.document import Setting, codes_of
from polesitter.entities.learned.page import PAD, Page, string_ids
from polesitter.entities.learned.plan import CONDITIONS, FEATURES, Plan
from polesitter.entities.learned.words import CAPITAL, HYPHEN, POSSESSIVE, SLASH

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BUCKET_BITS = 19
BUCKETS = 1 << BUCKET_BITS

_STEP = 1_000_003
_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)
_MORE = np.uint64(0xBF58_476D_1CE4_E5B9)
_SALT = np.uint64(0xD6E8_FEB8_6659_FD93)
_DOWN, _KEPT = np.uint64(29), np.uint64(64 - BUCKET_BITS)

PLAN = Plan(FEATURES)
_FROM_FIRST: Ints = np.arange(-3, 5)[:, None]
_FROM_LAST: Ints = np.arange(4)[:, None]
"""How far each of PLACES is from the first token of a candidate, the others from its last."""
_INNER = slice(4, 8)
"""Those of PLACES that are the last token where a candidate has no more."""
_LONGER: Ints = np.arange(1, 5)[:, None]
_SALTS = ((PLAN.order + 1).astype(np.uint64) * _SALT)[:, None]


def feature_buckets(page: Page, candidates: Candidates, setting: Setting) -> Ints:
    """Return the weight indices of each candidate, shape (candidates, kinds of feature).

    A feature that a candidate has not falls in bucket 0, which has no weight.
    """
    facts = _facts(page, candidates, setting)
    values = facts[PLAN.parts[0]]
    for parts in PLAN.parts[1:]:
        longer = values[: len(parts)]
        longer *= _STEP
        longer += facts[parts]
    mixed = values.view(np.uint64)
    mixed ^= _SALTS
    mixed *= _MIX
    mixed ^= mixed >> _DOWN
    mixed *= _MORE
    mixed >>= _KEPT
    buckets = mixed.view(np.int64)
    buckets[PLAN.conditional] *= _conditions(facts)[PLAN.conditions]
    return buckets.T


def _facts(page: Page, candidates: Candidates, setting: Setting) -> Ints:
    """Return the facts that PLAN names, shape (facts, candidates)."""
    starts, ends = candidates.starts, candidates.ends
    first, last = starts + PAD, ends + (PAD - 1)
    facts = np.empty((PLAN.count, len(candidates)), dtype=np.int64)
    told = len(PLAN.fields)
    table = np.concatenate([page.columns, page.known.cover[None], setting.columns])
    spots = _places(first, last)[PLAN.places]
    spots += PLAN.fields[:, None] * table.shape[1]
    table.take(spots, out=facts[:told], mode="clip")
    facts[told : told + 4] = string_ids(page, starts, ends)
    # In the order of OWN, after the four hashes.
    own = facts[told + 4 :]
    length = own[1]
    np.subtract(ends, starts, out=length)
    np.minimum(length, 3, out=own[2])
    np.minimum(length, 4, out=own[3])
    own[0], own[4] = 0, setting.genres[page.owners[first]]
    np.bitwise_or.reduce(facts[PLAN.links], axis=0, out=own[5])
    own[5] &= HYPHEN | POSSESSIVE | SLASH
    known = page.known
    own[6] = known.exact[length - 1, starts]
    own[7] = (known.reach[last] > ends) | (known.root[first] < starts)
    np.bitwise_or(known.cover[first], known.cover[last], out=own[8])
    codes = codes_of(facts[PLAN.row("words")] ^ page.salts[first])
    np.minimum(np.bincount(codes)[codes], 4, out=own[9])
    marks = setting.surname[last] * 8 + setting.opens[first] * 4 + setting.closes[last] * 2
    np.add(marks, setting.lower[first], out=own[10])
    own[11] = setting.place[last]
    return facts


def _places(first: Ints, last: Ints) -> Ints:
    """Return the padded tokens of PLACES, (places, candidates)."""
    places = np.empty((len(_FROM_FIRST) + len(_FROM_LAST), len(first)), dtype=np.int64)
    np.add(first, _FROM_FIRST, out=places[: len(_FROM_FIRST)])
    np.add(last, _FROM_LAST, out=places[len(_FROM_FIRST) :])
    inner = places[_INNER]
    np.minimum(inner, last, out=inner)
    return places


def _conditions(facts: Ints) -> Bools:
    """Return for each of CONDITIONS which candidates fulfil it, (conditions, candidates)."""
    row = PLAN.row
    length, exact = facts[row("length")], facts[row("exact")]
    before, after = facts[row("kind.before")], facts[row("kind.after")]
    held = np.empty((len(CONDITIONS), facts.shape[1]), dtype=np.bool_)
    np.greater(length, _LONGER, out=held[:4])
    np.equal(length, 1, out=held[4])
    np.not_equal(before & POSSESSIVE, 0, out=held[5])
    np.not_equal(before & CAPITAL, 0, out=held[6])
    np.not_equal(after & CAPITAL, 0, out=held[7])
    np.not_equal(exact, 0, out=held[8])
    np.greater(facts[row("ends")], 0, out=held[9])
    held[9] &= ~held[8]
    np.greater(facts[row("cover.before")], 0, out=held[10])
    np.greater(facts[row("cover.after")], 0, out=held[11])
    np.logical_or(held[10], held[11], out=held[12])
    np.greater(facts[row("line.first")], 0, out=held[13])
    held[13] |= facts[row("lineend")] == 7
    return held
