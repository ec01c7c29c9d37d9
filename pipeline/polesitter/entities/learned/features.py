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
from polesitter.entities.learned.plan import FEATURES, Plan
from polesitter.entities.learned.words import CAPITAL, HYPHEN, POSSESSIVE, SLASH

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BUCKET_BITS = 18
BUCKETS = 1 << BUCKET_BITS

_STEP = 1_000_003
_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)
_MORE = np.uint64(0xBF58_476D_1CE4_E5B9)
_SALT = np.uint64(0xD6E8_FEB8_6659_FD93)
_DOWN, _KEPT = np.uint64(29), np.uint64(64 - BUCKET_BITS)

PLAN = Plan(FEATURES)
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
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    inner = [np.minimum(first + offset, last) for offset in range(1, 5)]
    places = np.stack(
        [first - 3, first - 2, first - 1, first, *inner, last, last + 1, last + 2, last + 3]
    )
    table = np.vstack([page.columns, page.known.cover, setting.columns])
    facts = np.empty((PLAN.count, len(candidates)), dtype=np.int64)
    told = len(PLAN.fields)
    spots = places[PLAN.places]
    spots += PLAN.fields[:, None] * table.shape[1]
    np.take(table.ravel(), spots, out=facts[:told], mode="clip")
    facts[told : told + 4] = string_ids(page, candidates.starts, candidates.ends)
    length = candidates.ends - candidates.starts
    ids = facts[PLAN.row("words")]
    known = page.known
    reaches = (known.reach[last] > candidates.ends) | (known.root[first] < candidates.starts)
    kinds = facts[PLAN.links]
    codes = codes_of(ids)
    marks = setting.surname[last] * 8 + setting.opens[first] * 4 + setting.closes[last] * 2
    for name, value in (
        ("nothing", 0),
        ("length", length),
        ("upto3", np.minimum(length, 3)),
        ("upto4", np.minimum(length, 4)),
        ("genre", setting.genre),
        ("links", np.bitwise_or.reduce(kinds, axis=0) & (HYPHEN | POSSESSIVE | SLASH)),
        ("exact", known.exact[length - 1, candidates.starts]),
        ("reaches", reaches),
        ("ends", known.cover[first] | known.cover[last]),
        ("repeats", np.minimum(np.bincount(codes)[codes], 4)),
        ("marks", marks + setting.lower[first]),
        ("lineend", setting.place[last]),
    ):
        facts[PLAN.row(name)] = value
    return facts


def _conditions(facts: Ints) -> Bools:
    """Return for each of CONDITIONS which candidates fulfil it, (conditions, candidates)."""
    row = PLAN.row
    length, exact, ends = facts[row("length")], facts[row("exact")], facts[row("ends")]
    before, after = facts[row("cover.before")] > 0, facts[row("cover.after")] > 0
    kind_before = facts[row("kind.before")]
    return np.stack(
        [
            length > 1,
            length > 2,
            length > 3,
            length > 4,
            length == 1,
            (kind_before & POSSESSIVE) > 0,
            (kind_before & CAPITAL) > 0,
            (facts[row("kind.after")] & CAPITAL) > 0,
            exact > 0,
            (exact == 0) & (ends > 0),
            before,
            after,
            before | after,
            (facts[row("line.first")] > 0) | (facts[row("lineend")] == 7),
        ]
    )
