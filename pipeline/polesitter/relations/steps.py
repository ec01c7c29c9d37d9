"""Steps: who is told to be the next place behind, or ahead of, whom.

A report rarely gives every place a number: "then came", "alongside him", "one better
still", "A, B and C completed the top ten". Between competitors named near each other a
step is weighed, either way; places are counted along the likely ones (counting.py).
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.relations.bucket import bucket
from polesitter.relations.focus import PRONOUNS
from polesitter.relations.frame import Frame
from polesitter.relations.signs import Part
from polesitter.relations.step_signs import ACROSS, WAYS, WITHIN, Told, parity

STOPS: Final = frozenset({".", ";", "!", "?"})
UNREAD: Final = frozenset({"row", "header", "heading", "date"})
"""Kinds of sentences that tell no step: rows state their places."""
LOOKBACK: Final = 2
"""Sentences with competitors looked back for a neighbour."""
NEAR: Final = 2
"""Competitors looked back within a sentence."""
FIRST: Final = 2
"""Competitors of a sentence that may follow one of a sentence before."""
ROUND: Final = 8
"""Items around a competitor that may point back to another."""
MOST_BETWEEN, MOST_LEADING, MOST_ACROSS = 12, 8, 10
"""Words beyond which each alone tells nothing of a step."""


class Telling(NamedTuple):
    """What the words say of a step between two neighbours, whichever of them is the source.

    `shape` begins with how far apart the two are and how many places are stated near.
    """

    words: tuple[str, ...]
    shape: tuple[Hashable, ...]
    first: Collection[str]
    second: Collection[str]
    common: tuple[str, ...]


@dataclass(slots=True, init=False)
class Neighbours:
    """Two competitors by their places, the later in `frame`, the earlier in it or in `before`.

    Their words are read when first asked for: most steps lead from a place nobody knows.
    """

    before: Frame
    earlier: int
    frame: Frame
    later: int
    known: Telling | None

    # Written out, here and below, because what dataclasses write is never compiled.
    def __init__(self, before: Frame, earlier: int, frame: Frame, later: int) -> None:
        self.before, self.earlier, self.frame, self.later = before, earlier, frame, later
        self.known = None

    def telling(self) -> Telling:
        """What the words say of a step between the two."""
        known = self.known
        if known is None:
            if self.before is self.frame:
                known = _within(self.frame, self.earlier, self.later)
            else:
                known = _across(self.before, self.earlier, self.frame, self.later)
            self.known = known
        return known


@dataclass(slots=True, init=False)
class Step:
    """From a competitor whose place may be known to another's.

    `mention`, `sentence`: where the target is named; `source_mention`: where the source is.
    """

    source: str
    target: str
    source_mention: int
    mention: int
    sentence: int
    signs: Told
    ends: Neighbours

    def __init__(
        self,
        source: str,
        target: str,
        source_mention: int,
        mention: int,
        sentence: int,
        signs: Told,
        ends: Neighbours,
    ) -> None:
        self.source, self.target = source, target
        self.source_mention, self.mention, self.sentence = source_mention, mention, sentence
        self.signs, self.ends = signs, ends

    def parts(self, position: int) -> tuple[Part, ...]:
        """What speaks for the step where the source's place is `position`."""
        signs, told = self.signs, self.ends.telling()
        return (
            (signs.by_parity[parity(position)], told.words, (told.shape, told.common)),
            (signs.first, told.first, ()),
            (signs.second, told.second, ()),
        )


def find_steps(frames: Sequence[Frame], head_of: Mapping[int, str]) -> Iterator[Step]:
    """Steps between competitors of one sentence, and from those of the sentences before."""
    named = [[] if _is_unread(frame) else _distinct(frame, head_of) for frame in frames]
    for number, frame in enumerate(frames):
        heads = named[number]
        for rank in range(1, len(heads)):
            for back in range(1, min(NEAR, rank) + 1):
                ends = Neighbours(frame, heads[rank - back], frame, heads[rank])
                ways = [WITHIN[way, back] for way in WAYS]
                yield from _both_ways(ends, number, head_of, *ways)
        if heads:
            yield from _from_before(frames, named, number, head_of)


def _is_unread(frame: Frame) -> bool:
    return frame.sentence.kind in UNREAD


def _distinct(frame: Frame, head_of: Mapping[int, str]) -> list[int]:
    """The places of the heads, each competitor once."""
    items = frame.sentence.items
    first: dict[str, int] = {}
    for at in frame.heads:
        first.setdefault(head_of[items[at].mention], at)
    return list(first.values())


def _both_ways(
    ends: Neighbours, number: int, head_of: Mapping[int, str], on: Told, back: Told
) -> tuple[Step, ...]:
    """The steps between two neighbours, the later of which is named in sentence `number`."""
    a = ends.before.sentence.items[ends.earlier].mention
    b = ends.frame.sentence.items[ends.later].mention
    one, other = head_of[a], head_of[b]
    if one == other:
        return ()
    return (
        Step(one, other, a, b, number, on, ends), Step(other, one, b, a, number, back, ends),
    )  # fmt: skip


def _within(frame: Frame, first: int, second: int) -> Telling:
    keys, heads = frame.keys, frame.heads
    rank, last = heads.index(first), heads.index(second)
    bare = frame.bare
    between = bare.words(first + 1, second)
    leading = bare.words(heads[rank - 1] + 1 if rank else 0, first)
    opening, tail = bare.words(0, heads[0]), bare.words(second + 1, len(keys))
    words = (
        " ".join(between[:5]), *_ends(between), " ".join(between[:2]), " ".join(between[-2:]),
        opening[0] if opening else "-",
        keys[second + 1] if second + 1 < len(keys) else "$", " ".join(tail[:2]),
        frame.governor(first), frame.governor(second),
    )  # fmt: skip
    apart, places = bucket(len(between)), _places(frame, rank, last)
    shape = (apart, places, bucket(rank), bucket(len(heads)), not STOPS.isdisjoint(between))
    inside = set(between) if len(between) <= MOST_BETWEEN else ()
    before = set(leading) if len(leading) <= MOST_LEADING else ()
    return Telling(words, shape, inside, before, frame.common)


def _places(frame: Frame, rank: int, last: int) -> str:
    """How many places are stated before, between and after two heads, up to their neighbours."""
    heads, places = frame.heads, frame.of_label.get("POSITION", ())
    low = heads[rank - 1] if rank else -1
    high = heads[last + 1] if last + 1 < len(heads) else len(frame.keys)
    cuts = (low, heads[rank], heads[last], high)
    return "".join(
        str(min(2, sum(start < at < end for at in places))) for start, end in pairwise(cuts)
    )


def _from_before(
    frames: Sequence[Frame],
    named: Sequence[Sequence[int]],
    number: int,
    head_of: Mapping[int, str],
) -> Iterator[Step]:
    """Steps to the first competitors of a sentence from those named before."""
    frame = frames[number]
    distance = 0
    for earlier in range(number - 1, max(-1, number - 1 - LOOKBACK), -1):
        before, olds = frames[earlier], named[earlier]
        if before.sentence.kind in UNREAD:
            return
        if not olds:
            continue
        distance += 1
        ends = [("last", olds[-1]), ("first", olds[0])] if len(olds) > 1 else [("only", olds[0])]
        for rank, at in enumerate(named[number][:FIRST]):
            for end, old in ends:
                ways = [ACROSS[way, distance, end, rank] for way in WAYS]
                yield from _both_ways(Neighbours(before, old, frame, at), number, head_of, *ways)


def _across(before: Frame, old: int, frame: Frame, at: int) -> Telling:
    keys = frame.keys
    left, right = keys[:at], keys[at + 1 : at + 1 + ROUND]
    leading, tail = frame.bare.words(0, at), frame.bare.words(at + 1, at + 1 + ROUND)
    words = (
        " ".join(leading[:4]), leading[0] if leading else "-", " ".join(tail[:2]),
        " ".join(leading[:2]), tail[0] if tail else "$", leading[-1] if leading else "-",
    )  # fmt: skip
    own = sum(abs(place - at) < ROUND for place in frame.of_label.get("POSITION", ()))
    pronoun = not (PRONOUNS.isdisjoint(left) and PRONOUNS.isdisjoint(right))
    apart, own = bucket(len(leading)), min(own, 2)
    shape = (
        apart, own, pronoun, bucket(len(frame.heads)),
        min(2, frame.sentence.paragraph - before.sentence.paragraph),
        min(2, len(before.of_label.get("POSITION", ()))),
        bucket(len(before.bare.words(old + 1, len(before.keys)))),
    )  # fmt: skip
    inside = set(leading) if len(leading) <= MOST_ACROSS else ()
    return Telling(words, shape, inside, set(tail), frame.common)


def _ends(words: Sequence[str]) -> tuple[str, str]:
    return (words[0], words[-1]) if words else ("-", "-")
