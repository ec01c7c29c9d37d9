"""From one pair to the patterns that would find it, the least general first.

Step by step: words as they stand, verbs by their base form, articles and adverbs and a
possessive team left open, words by their class, and at last a skip where only the words
next to the driver or the value are kept. What follows and what precedes may be asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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

Contexts = tuple[tuple[int, int], ...]

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


class _Open(NamedTuple):
    """Elements without the optional words; `dropped`: before which part those stood."""

    parts: Parts
    dropped: Dropped

    def first(self, count: int) -> "_Open":
        """The first parts, and what was left out before them."""
        return _Open(self.parts[:count], tuple(gap for gap in self.dropped if gap[0] < count))


@dataclass(slots=True)
class _Pair:
    """A pair in its sentence, which is written as seen from there.

    `low`, `high`: the elements of the two from left to right.
    """

    written: Written
    low: int
    high: int
    plain: Parts
    verbs: Parts

    def open(self, start: int, end: int, *, classes: bool = False, most: int = 99) -> _Open:
        """The elements from `start` to `end`, optional words left out; `most` parts at most."""
        parts: list[str] = []
        dropped: list[tuple[int, str]] = []
        at = start
        while at < end and len(parts) < most:
            name, stop = self.written.optional[at]
            if name and stop <= end and not self._holds(at, stop):
                dropped.append((len(parts), name))
                at = stop
                continue
            name, stop = self.written.classes[at]
            if classes and name and stop <= end:
                parts.append(name)
                at = stop
                continue
            parts.append(self.verbs[at])
            at += 1
        return _Open(tuple(parts), tuple(dropped))

    def _holds(self, start: int, end: int) -> bool:
        return start <= self.low < end or start <= self.high < end


def drafts(written: Written, pair: ToldPair) -> Iterator[Draft]:
    """Patterns for a pair, those of one step together; none where the two are too far apart."""
    head, value = written.place_of[pair.head], written.place_of[pair.value]
    low, high = min(head, value), max(head, value)
    if high - low - 1 > FURTHEST:
        return
    plain = as_seen(written.plain, pair.slot, head, value)
    verbs = as_seen(written.verbs, pair.slot, head, value)
    for draft in _all_steps(_Pair(written, low, high, plain, verbs)):
        told = with_roles(draft.parts, pair.slot)
        if told:
            yield Draft(draft.rank, told, draft.dropped)


def _all_steps(one: _Pair) -> Iterator[Draft]:
    between, size = one.high - one.low - 1, len(one.verbs)
    middle = one.open(one.low, one.high + 1)
    tail = one.open(one.high + 1, size, most=3)
    if between <= LITERAL:
        yield from _spelled_out(one)
        yield from _left_open(one, OPEN, ((0, 3), *WIDE), middle, tail)
        by_class = one.open(one.low, one.high + 1, classes=True)
        next_class = one.open(one.high + 1, size, classes=True, most=1)
        yield from _left_open(one, CLASSES, NARROW, by_class, next_class)
    if between:
        yield from _skipping(one, middle, tail.first(1))


def _spelled_out(one: _Pair) -> Iterator[Draft]:
    for step, words, contexts in ((PLAIN, one.plain, NARROW), (VERBS, one.verbs, WIDE)):
        for before, after in contexts:
            if one.low >= before and one.high + after < len(words):
                parts = words[one.low - before : one.high + after + 1]
                yield Draft((step, -before - after), parts)


def _left_open(
    one: _Pair, step: int, contexts: Contexts, middle: _Open, tail: _Open
) -> Iterator[Draft]:
    """`middle`: from one of the pair to the other; `tail`: what follows, as far as asked for."""
    for before, after in contexts:
        if one.low < before or len(tail.parts) < after:
            continue
        left, right = one.verbs[one.low - before : one.low], tail.first(after)
        parts = (*left, *middle.parts, *right.parts)
        dropped = _moved(middle, before) + _moved(right, before + len(middle.parts))
        yield Draft((step, -before - after), parts, dropped)


def _moved(part: _Open, places: int) -> Dropped:
    return tuple([(gap + places, name) for gap, name in part.dropped])


def _skipping(one: _Pair, middle: _Open, tail: _Open) -> Iterator[Draft]:
    """`middle`: from one of the pair to the other; `tail`: the part that follows, if any."""
    for rank, kept in _with_skip(middle.parts):
        parts, dropped = _thinned(middle, kept)
        if tail.parts:
            more = _moved(tail, len(parts))
            yield Draft((SKIP, 2 * rank - 1), (*parts, *tail.parts), (*dropped, *more))
        if one.low:
            before = one.verbs[one.low - 1]
            shifted = tuple((gap + 1, name) for gap, name in dropped)
            yield Draft((SKIP, 2 * rank - 1), (before, *parts), shifted)
        yield Draft((SKIP, 2 * rank), parts, dropped)


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
