"""Teams and cars told in one sentence of those whom the next or the last one names.

"Both Rehagen Mustangs are on row one. Ty Blackwood beat Cole Petty to the pole."
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from polesitter.relations.reading.bare import NAMING
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part

AFAR: Final = frozenset({"TEAM", "CAR"})
"""Labels that are told of competitors of other sentences, of several at once."""
WHERE_TOLD: Final = frozenset({"prose", "headline", "heading"})
"""Kinds of the sentences that tell so."""
RULE: Final = "link.afar"
"""The rule of the claims on them."""
REACH: Final = 3
"""Sentences looked at on each side for the nearest with heads."""
MOST: Final = 4
"""Heads looked at there, those nearest to the value."""
BEFORE, AROUND = 8, 5
"""Items before a head, and on each side of a value, whose cue words are told."""
CUES: Final = frozenset(
    {"teammate", "team-mate", "teammates", "team-mates", "<MATE>", "other", "sister", "second",
     "same", "another", "third", "team", "stablemate", "both", "two", "three", "four", "pair",
     "duo", "trio", "quartet", "cars", "entries", "drivers", "they", "these", "those", "former",
     "latter", "one", "first", "car", "entry", "also", "too", "likewise", "partner", "he", "his",
     "her", "she", "their", "it", "its", "each", "everyone", "all", "which", "group", "camp",
     "stable", "contingent", "five", "six", "machines", "machine", "driver", "<TEAM>", "<CAR>",
     "<NUMBER>", "colleague", "lone", "only", "best", "of", "ones"}
)  # fmt: skip
"""Words that tell who of several a team or car is told of."""
TOUCHING, NEAR, NOT = "touch", "near", "-"
"""How a value stands by a head: with nothing but names between, with no other head, or not."""


class _Pair(NamedTuple):
    """A value's slot and a head of another sentence, by their places.

    `way`: "on" where the head is named later, "back" where earlier; `apart`: in sentences.
    """

    way: str
    apart: int
    frame: Frame
    place: int
    other: Frame
    rank: int


def _between(key: tuple[str, int, int, int, str, str]) -> Iterator[str]:
    way, apart, paragraphs, rank, heads, count = key
    yield from (f"far {way}", f"far {way} d:{apart}", f"far {way} p:{paragraphs}")
    yield from (f"far {way} r:{rank} of:{heads}", f"far {way} r:{rank}")
    yield from (f"far {way} tells:{count}", f"far {way} tells:{count} r:{rank} of:{heads}")


def _ends(key: tuple[str, str, str, str, str, int, int, str]) -> Iterator[str]:
    way, own, kind, taken, told, left, right, count = key
    yield from (f"far {way} own:{own}", f"far {way} kind:{kind}", f"far {way} taken:{taken}")
    yield from (f"far {way} taken:{taken} own:{own}", f"far told:{told}")
    yield from (f"far {way} told:{told} taken:{taken}", f"far {way} l:{left} r:{right}")
    yield f"far {way} tells:{count} taken:{taken} own:{own}"


class _Signs:
    """How pairs of one way are told, where the value touches another head and where not."""

    def __init__(self, way: str, *, taken: bool) -> None:
        start, both = f"far {way}", f"far {way}{taken}"
        self.family = Family(
            [(f"{both} hl:",), (f"{start} hr:",), (f"{start} first:",)], [_between, _ends]
        )
        self.head = Each([(f"{both} hc:",)])
        self.value = Each([(f"{both} vc:",)])


SIGNS: Final = {
    (way, taken): _Signs(way, taken=taken) for way in ("on", "back") for taken in (False, True)
}


class Afar:
    """Finds whom of other sentences a team or car is told of: those with none beside them.

    `told`: label and competitor -> how a value of it stands by one of its heads; `taken`:
    value's mention -> how it stands by a head.
    """

    def __init__(self, frames: Sequence[Frame], head_of: Mapping[int, str]) -> None:
        self.frames, self.head_of = frames, head_of
        self.told: dict[tuple[str, str], str] = {}
        self.taken: dict[int, str] = {}
        for frame in frames:
            if AFAR.isdisjoint(frame.of_label):
                continue
            items = frame.sentence.items
            for head in frame.heads:
                who = head_of[items[head].mention]
                for place, how in _beside(frame, head):
                    key = (items[place].label, who)
                    if self.told.get(key) != TOUCHING:
                        self.told[key] = how
                    if self.taken.get(items[place].mention) != TOUCHING:
                        self.taken[items[place].mention] = how

    def heads(
        self, number: int, place: int, known: Collection[str]
    ) -> Iterator[tuple[int, tuple[Part, ...]]]:
        """Heads (mention indices) that a value may be told of, and what each pair tells.

        `number`, `place`: the value's sentence and item; `known`: competitors left out.
        """
        frame = self.frames[number]
        label = frame.sentence.items[place].label
        if frame.sentence.kind not in WHERE_TOLD:
            return
        for way, step in (("on", 1), ("back", -1)):
            at = self._nearest(number, step)
            if at is None:
                continue
            other = self.frames[at]
            ranks = range(len(other.heads))
            for rank in ranks[:MOST] if way == "on" else ranks[-MOST:]:
                item = other.sentence.items[other.heads[rank]]
                head, who = item.mention, self.head_of[item.mention]
                told = self.told.get((label, who), NOT)
                if who not in known and told != TOUCHING and item.label != label:
                    pair = _Pair(way, abs(at - number), frame, place, other, rank)
                    yield head, self._parts(pair, told)

    def _nearest(self, number: int, step: int) -> int | None:
        """The nearest sentence of prose that has heads, on one side."""
        for at in range(number + step, number + step * (REACH + 1), step):
            if not 0 <= at < len(self.frames) or self.frames[at].sentence.kind != "prose":
                return None
            if self.frames[at].heads:
                return at
        return None

    def _parts(self, pair: _Pair, told: str) -> tuple[Part, ...]:
        way, apart, frame, place, other, rank = pair
        item, head = frame.sentence.items[place], other.heads[rank]
        taken = self.taken.get(item.mention, NOT)
        signs = SIGNS[way, taken == TOUCHING]
        paragraphs = abs(other.sentence.paragraph - frame.sentence.paragraph)
        slots = other.of_label.get(item.label, ())
        own = "-" if not slots else "l" if slots[0] < head else "r"
        left = bisect_left(frame.heads, place)
        right = len(frame.heads) - left
        count = frame.several.count(place)
        shapes = (
            (way, apart, min(paragraphs, 2), min(rank, 3), bucket(len(other.heads)), count),
            (way, own, frame.sentence.kind, taken, told, min(left, 2), min(right, 2), count),
        )
        words = (other.padded[head + 1], other.padded[head + 3], other.keys[0])
        parts: list[Part] = [(signs.family, words, shapes)]
        ahead = CUES.intersection(other.keys[max(0, head - BEFORE) : head])
        if ahead:
            parts.append((signs.head, ahead, ()))
        around = CUES.intersection(frame.keys[max(0, place - AROUND) : place + AROUND])
        if around:
            parts.append((signs.value, around, ()))
        return tuple(parts)


def _beside(frame: Frame, head: int) -> Iterator[tuple[int, str]]:
    """The values on both sides of a head up to the next name, and how each stands by it."""
    keys, items = frame.keys, frame.sentence.items
    for step in (1, -1):
        how = TOUCHING
        place = head + step
        while 0 <= place < len(keys) and place not in frame.heads and keys[place] != "<DRIVER>":
            if items[place].label in AFAR:
                yield place, how
            if keys[place] not in NAMING:
                how = NEAR
            place += step
