"""Features of a candidate name: its words, shape, neighbours, and the report around it.

Every feature is a value in a column (one column per kind of feature, one row per
candidate); column and value are hashed together into one of BUCKETS weights.
"""

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.document import Setting, string_ids
from polesitter.entities.learned.page import PAD, Page
from polesitter.entities.learned.words import CAPITAL, HYPHEN, POSSESSIVE, SLASH

Ints = NDArray[np.int64]

BUCKET_BITS = 18
BUCKETS = 1 << BUCKET_BITS

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)
_ABSENT = -(1 << 40)
"""Value of a feature that a candidate has not; it falls in bucket 0, which has no weight."""


def feature_buckets(page: Page, candidates: Candidates, setting: Setting) -> Ints:
    """Return the weight indices of each candidate, shape (candidates, kinds of feature)."""
    columns = [
        *_inside(page, candidates),
        *_around(page, candidates),
        *_known(page, candidates, setting),
        *_report(page, candidates, setting),
        *_line(page, candidates, setting),
    ]
    values = np.stack(columns)
    salts = np.arange(1, len(columns) + 1, dtype=np.uint64) * np.uint64(0xD6E8_FEB8_6659_FD93)
    mixed = (values.view(np.uint64) ^ salts[:, None]) * _MIX
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58_476D_1CE4_E5B9)
    mixed >>= np.uint64(64 - BUCKET_BITS)
    buckets = mixed.view(np.int64)
    buckets[values == _ABSENT] = 0
    return np.ascontiguousarray(buckets.T)


def _cross(*parts: Ints) -> Ints:
    """Return one value for each combination of values (a running product, wrapping)."""
    value = parts[0]
    for part in parts[1:]:
        value = value * 1_000_003 + part
    return value


def _only(condition: NDArray[np.bool_], value: Ints) -> Ints:
    return np.where(condition, value, _ABSENT)


def _inside(page: Page, candidates: Candidates) -> list[Ints]:
    """Words and shapes of the candidate itself."""
    words, types, shapes = page.column("word"), page.column("type"), page.column("shape")
    suffixes, cues, kinds = page.column("suffix"), page.column("cue"), page.column("kind")
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    length = candidates.ends - candidates.starts
    capped = np.minimum(length, 4)
    single = length == 1
    links = np.zeros_like(length)
    columns = []
    for offset in range(5):
        row = np.minimum(first + offset, last)
        columns.append(_only(length > offset, words[row]))
        bits = kinds[row] & (HYPHEN | POSSESSIVE | SLASH)
        links |= np.where(offset < length, bits, 0)
    shape_ids, type_ids = (
        string_ids(page, candidates, "shape"),
        string_ids(page, candidates, "type"),
    )
    return [
        np.zeros_like(length),
        length,
        *columns,
        shape_ids,
        type_ids,
        string_ids(page, candidates, "word"),
        string_ids(page, candidates, "cue"),
        _cross(words[first], capped),
        _cross(words[last], capped),
        _cross(suffixes[last], capped),
        _only(single, suffixes[first]),
        _cross(types[first], types[last], capped),
        _cross(cues[last], shapes[first]),
        _cross(suffixes[last], types[first]),
        _cross(links, capped),
        _cross(shapes[last], types[last]),
        _cross(links, types[last]),
    ]


def _around(page: Page, candidates: Candidates) -> list[Ints]:
    """Words before and after, by themselves and with the candidate's kind."""
    words, types, kinds = page.column("word"), page.column("type"), page.column("kind")
    cues, suffixes = page.column("cue"), page.column("suffix")
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    before, after = first - 1, last + 1
    capped = np.minimum(candidates.ends - candidates.starts, 3)
    own = string_ids(page, candidates, "type")
    joins = _cross(kinds[before], kinds[after], capped)
    owner = _only((kinds[before] & POSSESSIVE) > 0, _cross(types[before - 1], capped))
    cap_before = _only((kinds[before] & CAPITAL) > 0, _cross(types[before], types[first], capped))
    cap_after = _only((kinds[after] & CAPITAL) > 0, _cross(types[last], types[after], capped))
    return [
        words[before],
        words[after],
        _cross(words[before], capped),
        _cross(words[after], capped),
        _cross(words[before - 1], words[before]),
        _cross(words[after], words[after + 1]),
        _cross(words[before], words[after]),
        _cross(words[before], own),
        _cross(words[after], own),
        _cross(types[before], own),
        _cross(types[after], own),
        _cross(types[before], types[after], capped),
        _cross(types[before - 1], types[before], types[first]),
        _cross(types[last], types[after], types[after + 1]),
        _cross(cues[before], cues[after], cues[last]),
        words[before - 1],
        words[after + 1],
        words[before - 2],
        words[after + 2],
        suffixes[after],
        _cross(suffixes[after], capped),
        joins,
        owner,
        cap_before,
        cap_after,
        _cross(page.column("shape")[before], page.column("shape")[after], capped),
    ]


def _known(page: Page, candidates: Candidates, setting: Setting) -> list[Ints]:
    """What patterns and measures cover the candidate and its neighbours."""
    known = page.known
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    pairs = zip(candidates.starts.tolist(), candidates.ends.tolist(), strict=True)
    exact = np.array([known.exact.get(pair, 0) for pair in pairs], dtype=np.int64)
    wider = (known.reach[last] > candidates.ends) | (known.root[first] < candidates.starts)
    ends = known.cover[first] | known.cover[last]
    touched = _only((exact == 0) & (ends > 0), _cross(ends, wider.astype(np.int64)))
    genre = np.full(len(candidates), setting.genre)
    before, after = known.cover[first - 1], known.cover[last + 1]
    capped = np.minimum(candidates.ends - candidates.starts, 3)
    found = exact > 0
    return [
        _only(found, exact),
        _only(found, _cross(exact, wider.astype(np.int64))),
        _only(found, _cross(exact, genre)),
        _only(found, _cross(exact, page.column("word")[first - 1])),
        _only(found, _cross(exact, page.column("word")[last + 1])),
        _only(found, _cross(exact, before, after)),
        touched,
        _only(touched != _ABSENT, _cross(touched, capped)),
        _only(before > 0, _cross(before, capped)),
        _only(after > 0, _cross(after, capped)),
        _only((before > 0) | (after > 0), _cross(before, after, capped)),
        _only(before > 0, _cross(before, page.column("type")[last])),
    ]


def _report(page: Page, candidates: Candidates, setting: Setting) -> list[Ints]:
    """What the rest of the report says of the candidate's words."""
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    types, words = page.column("type"), page.column("word")
    capped = np.minimum(candidates.ends - candidates.starts, 3)
    genre = np.full(len(candidates), setting.genre)
    ids = string_ids(page, candidates, "word")
    _, inverse, counts = np.unique(ids, return_inverse=True, return_counts=True)
    repeats = np.minimum(counts[inverse], 4)
    flags = setting.surname[last] * 8 + setting.opens[first] * 4 + setting.closes[last] * 2
    flags += setting.lower[first]
    return [
        _cross(genre, capped),
        _cross(genre, ids),
        _cross(genre, types[last], capped),
        _cross(genre, words[first - 1], capped),
        _cross(repeats, capped),
        _cross(flags, capped),
        _cross(flags, types[first], types[last]),
        _cross(setting.surname[last], setting.surname[first], types[first], capped),
        _cross(setting.lower[first], setting.lower[last], capped),
    ]


def _line(page: Page, candidates: Candidates, setting: Setting) -> list[Ints]:
    """Where on what kind of line the candidate stands: headline, table row, prose."""
    first, last = candidates.starts + PAD, candidates.ends + PAD - 1
    types, kinds, words = page.column("type"), page.column("kind"), page.column("word")
    capped = np.minimum(candidates.ends - candidates.starts, 3)
    line, place = setting.line[first], setting.place[first]
    listed = (line > 0) | (setting.place[last] == 7)
    return [
        _cross(line, capped),
        _cross(line, place, capped),
        _cross(line, types[first], types[last]),
        _only(listed, _cross(line, kinds[first - 1], kinds[last + 1], capped)),
        _cross(line, words[first - 1], capped),
        _cross(line, words[last + 1], capped),
    ]
