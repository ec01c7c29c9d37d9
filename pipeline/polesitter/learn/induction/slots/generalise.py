"""From one pair to the patterns that would find it, the least general first.

Step by step: words as they stand, verbs by their base form, articles and adverbs and a
possessive team left open, words by their class, and at last a skip where only the words
next to the driver or the value are kept. What follows and what precedes may be asked for.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from polesitter.learn.induction.slots.stretch import OTHER, Parts, Written, as_seen, with_roles
from polesitter.learn.induction.slots.told_pair import ToldPair

FURTHEST = 14
"""Elements between driver and value, at most; a skip passes over twelve."""
LITERAL = 8
"""Elements between them that a pattern spells out, at most."""
CLAUSE_ENDS = frozenset({"\\.", ";", ":", "!", "?"})
AUXILIARIES = frozenset({"<be>", "<have>", "<will>", "<do>"})
NARROW = ((0, 1), (0, 0))
WIDE = ((2, 0), (1, 1), (0, 2), (1, 0), (0, 1), (0, 0))
"""Elements asked for before and after the pair, most first."""

PLAIN, VERBS, OPEN, CLASSES, SKIP = range(5)
"""How general a draft is, to begin with."""

Kept = tuple[int | str, ...]
"""Numbers of parts, and skips in place of the others."""

Dropped = tuple[tuple[int, str], ...]
"""Where words were left out of some parts (before which part), and of what class."""


class Draft(NamedTuple):
    """A pattern for a pair: its parts without the optional ones, and those that stood there.

    `rank`: the higher the more general.
    """

    rank: tuple[int, int]
    parts: Parts
    dropped: Dropped = ()


class _Pair(NamedTuple):
    """A pair in its sentence: elements of the two from left to right, and how they are written."""

    written: Written
    slot: str
    head: int
    value: int

    @property
    def low(self) -> int:
        return min(self.head, self.value)

    @property
    def high(self) -> int:
        return max(self.head, self.value)

    def seen(self, start: int, end: int, *, plain: bool = False) -> Parts:
        """The elements from `start` to `end`, bounded by the sentence."""
        start = max(start, 0)
        parts = self.written.plain if plain else self.written.verbs
        return as_seen(parts[start:end], start, self.slot, self.head, self.value)

    def open(self, start: int, end: int, *, classes: bool = False, most: int = 99) -> "_Open":
        """The same, optional words left out; no more than `most` parts."""
        parts: list[str] = []
        dropped: list[tuple[int, str]] = []
        at = start
        while at < end and len(parts) < most:
            name, stop = self.written.optional[at]
            if name and stop <= end and not at <= self.head < stop and not at <= self.value < stop:
                dropped.append((len(parts), name))
                at = stop
                continue
            name, stop = self.written.classes[at]
            if classes and name and stop <= end:
                parts.append(name)
                at = stop
                continue
            parts.extend(self.seen(at, at + 1))
            at += 1
        return _Open(tuple(parts), tuple(pair for pair in dropped if pair[0] < len(parts)), dropped)


class _Open(NamedTuple):
    parts: Parts
    inner: Dropped
    dropped: list[tuple[int, str]]


def drafts(written: Written, pair: ToldPair) -> Iterator[Draft]:
    """Patterns for a pair, those of one step together; none where the two are too far apart."""
    head, value = written.place_of[pair.head], written.place_of[pair.value]
    one = _Pair(written, pair.slot, head, value)
    between = one.high - one.low - 1
    if between > FURTHEST:
        return
    if between <= LITERAL:
        yield from _spelled_out(one)
        yield from _left_open(one, classes=False)
        yield from _left_open(one, classes=True)
    if between:
        yield from _skipping(one)


def _spelled_out(one: _Pair) -> Iterator[Draft]:
    for step, plain, contexts in (
        (PLAIN, True, NARROW),
        (VERBS, False, WIDE),
    ):
        for before, after in contexts:
            if one.low >= before and one.high + after < len(one.written.verbs):
                parts = one.seen(one.low - before, one.high + after + 1, plain=plain)
                yield from _draft(one, (step, -before - after), parts)


def _left_open(one: _Pair, *, classes: bool) -> Iterator[Draft]:
    size = len(one.written.verbs)
    middle = one.open(one.low, one.high + 1, classes=classes)
    contexts = NARROW if classes else ((0, 3), *WIDE)
    step = CLASSES if classes else OPEN
    for before, after in contexts:
        tail = one.open(one.high + 1, size, classes=classes, most=after)
        if one.low < before or len(tail.parts) < after:
            continue
        left = one.seen(one.low - before, one.low)
        parts = (*left, *middle.parts, *tail.parts)
        shift = len(left)
        dropped = [(gap + shift, name) for gap, name in middle.dropped]
        dropped += [(gap + shift + len(middle.parts), name) for gap, name in tail.inner]
        yield from _draft(one, (step, -before - after), parts, tuple(dropped))


def _skipping(one: _Pair) -> Iterator[Draft]:
    size = len(one.written.verbs)
    middle = one.open(one.low, one.high + 1)
    tail = one.open(one.high + 1, size, most=1)
    for rank, kept in _with_skip(middle.parts):
        parts, dropped = _thinned(middle, kept)
        if tail.parts:
            more = [(gap + len(parts), name) for gap, name in tail.inner]
            whole = (*parts, *tail.parts)
            yield from _draft(one, (SKIP, 2 * rank - 1), whole, (*dropped, *more))
        if one.low:
            before = one.seen(one.low - 1, one.low)
            shifted = tuple((gap + 1, name) for gap, name in dropped)
            yield from _draft(one, (SKIP, 2 * rank - 1), (*before, *parts), shifted)
        yield from _draft(one, (SKIP, 2 * rank), parts, dropped)


def _with_skip(parts: Parts) -> Iterator[tuple[int, Kept]]:
    """Which parts are kept, with a skip for the others, and how few they are."""
    last = len(parts) - 1
    for kept in (3, 2, 1):
        if last - 1 > kept and _may_skip(parts[1 : last - kept]):
            yield 4 - kept, (0, "...", *range(last - kept, last + 1))
    for kept in (2, 1):
        if last - 1 > kept and _may_skip(parts[1 + kept : last]):
            yield 4 - kept, (*range(kept + 1), "...", last)
    for at in range(1, last - 1):
        near = parts[at + 1 : last]
        if _tells(parts[at]) and len(near) <= 4 and OTHER not in near and _may_skip(parts[1:at]):
            yield 3, (0, "...", at, "..4", last) if at > 1 else (0, at, "..4", last)


def _thinned(middle: _Open, kept: Kept) -> tuple[Parts, Dropped]:
    """The parts kept, and what was left out between two that stay side by side."""
    at = {(one, other): place for place, (one, other) in enumerate(pairwise(kept), start=1)}
    parts = tuple(middle.parts[one] if isinstance(one, int) else one for one in kept)
    dropped = tuple(
        (at[gap - 1, gap], name) for gap, name in middle.dropped if (gap - 1, gap) in at
    )
    return parts, dropped


def _tells(word: str) -> bool:
    """Whether a word is a verb that says something by itself."""
    return word.startswith("<") and word != OTHER and word not in AUXILIARIES


def _may_skip(words: Parts) -> bool:
    return OTHER not in words and not CLAUSE_ENDS.intersection(words)


def _draft(
    one: _Pair, rank: tuple[int, int], parts: Parts, dropped: Dropped = ()
) -> Iterator[Draft]:
    told = with_roles(parts, one.slot)
    if told:
        yield Draft(rank, told, dropped)
