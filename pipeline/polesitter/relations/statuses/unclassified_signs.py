"""What the words around a competitor's name tell of a status: on both sides, and in all.

Competitors named in one run ("A, B and C never got out") share the words on its sides. A next
sentence that names nobody goes on about those of the one before: "The scales were not kind."
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.relations.reading.bare import NAMING
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.runs import Run, runs_of
from polesitter.relations.signs.family import Each, Family, Part, as_told
from polesitter.types import Mention

RIGHT, LEFT, INSIDE, NEXT = (Each([(f"{side}:",)]) for side in ("r", "l", "s", "n"))
PAIRS: Final = Each([("p:",)])
"""Two that stand side by side: "shares with", "the injured", "no time"."""
AFTER, BEFORE = 20, 11
"""How many items of a side are told, those nearest to the names."""
STOPS: Final = frozenset({".", ";", ":", "!", "?"})
JOINTS: Final = NAMING | {",", "and", "&", "or", "nor", "plus", "-", "/"}
"""What stands between the competitors of one run."""
MUTE: Final = frozenset(
    {",", ".", "(", ")", '"', "'s", "the", "a", "and", "of", "in", "for", "his", "her", "to"}
)
"""What tells no status."""
MOST_HEADS, MOST_JOINED, MOST_PLACES = 4, 4, 2


class Side(NamedTuple):
    """The items [start, end) on one side of a run."""

    family: Family
    start: int
    end: int


def _sentence(key: tuple[str, int]) -> Iterator[str]:
    yield from (f"kind:{key[0]}", f"heads:{key[1]}")


def _around(key: tuple[int, int, bool]) -> Iterator[str]:
    joined, places, timed = key
    yield from (f"joined:{joined}", f"places:{places}", f"timed:{timed}")


SENTENCE: Final = Family(shapes=[_sentence, as_told])
AROUND: Final = Family(shapes=[_around])


def going_on(frames: Sequence[Frame], number: int) -> Part:
    """The signs of a next sentence that goes on about a sentence; none where it does not."""
    words: set[str] = set()
    if number + 1 < len(frames):
        own, after = frames[number].sentence, frames[number + 1]
        here = after.sentence.paragraph == own.paragraph and after.sentence.kind == "prose"
        if here and not after.heads:
            words = set(after.keys) - MUTE
    return NEXT, words, ()


class Surroundings:
    """The words of one sentence as its heads stand among them."""

    def __init__(self, frame: Frame, mentions: Sequence[Mention]) -> None:
        self.frame = frame
        self.keys = frame.keys
        self.cues: dict[int, list[str]] = {}
        """Item of a cue -> its words: "did not qualify" may tell one status or another."""
        for at in frame.of_label.get("STATUS", ()):
            if not self.cues:
                self.keys = list(frame.keys)
            cue = mentions[frame.sentence.items[at].mention]
            self.keys[at] = f"<{cue.value}>"
            self.cues[at] = cue.text.casefold().replace("\u2019", "'").split()
        self.stops = [at for at, key in enumerate(frame.keys) if key in STOPS]

    def runs(self) -> Iterator[Run]:
        """The runs of heads, in order."""
        return runs_of(self.keys, self.frame.heads, JOINTS)

    def run_of(self, head: int) -> Run:
        """The run of a head, by its mention."""
        items, heads = self.frame.sentence.items, self.frame.heads
        return next(
            run
            for run in self.runs()
            if any(items[at].mention == head for at in heads[run[0] : run[1] + 1])
        )

    def sides(self, run: Run) -> tuple[Side, Side]:
        """What follows a run and what leads to it, as far as the next head or stop."""
        heads, stops = self.frame.heads, self.stops
        first, last = heads[run[0]], heads[run[1]]
        after = heads[run[1] + 1] if run[1] + 1 < len(heads) else len(self.keys)
        before = heads[run[0] - 1] + 1 if run[0] else 0
        stop = bisect_left(stops, last)
        if stop < len(stops):
            after = min(after, stops[stop])
        stop = bisect_left(stops, first)
        if stop:
            before = max(before, stops[stop - 1] + 1)
        return (
            Side(RIGHT, last + 1, min(after, last + 1 + AFTER)),
            Side(LEFT, max(before, first - BEFORE), first),
        )

    def inside(self) -> Side:
        """The whole sentence."""
        return Side(INSIDE, 0, len(self.keys))

    def part(self, side: Side) -> Part:
        """The signs of the words of a side."""
        words = set(self.keys[side.start : side.end])
        for at, own in self.cues.items():
            if side.start <= at < side.end:
                words.update(own)
        return side.family, words - MUTE, ()

    def own(self) -> tuple[Part, ...]:
        """What all heads of the sentence are told alike."""
        frame = self.frame
        shape = (frame.sentence.kind, min(len(frame.heads), MOST_HEADS))
        pairs = {f"{first} {second}" for first, second in pairwise(self.keys)}
        return (
            (SENTENCE, (), (shape, frame.about[-2:])),
            self.part(self.inside()),
            (PAIRS, pairs, ()),
        )

    def parts(self, run: Run) -> tuple[Part, ...]:
        """What the heads of a run are told."""
        sides = self.sides(run)
        places = self._count("POSITION", sides)
        timed = bool(self._count("LAPTIME", sides) + self._count("SPEED", sides))
        shape = (min(run[1] - run[0] + 1, MOST_JOINED), min(places, MOST_PLACES), timed)
        return ((AROUND, (), (shape,)), *[self.part(side) for side in sides])

    def _count(self, label: str, sides: Sequence[Side]) -> int:
        slots = self.frame.of_label.get(label)
        if slots is None:
            return 0
        return sum([side.start <= at < side.end for at in slots for side in sides])
