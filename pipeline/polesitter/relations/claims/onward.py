"""Places told in one sentence of whom the next one names.

"Sixth is the odd one. Jo Ek has it." "Ray starts at the rear. So does Lee." No words stand
between such a place and the name; what the sentence ends on, and what the next begins with, tells.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part

ONWARD: Final = frozenset({"POSITION"})
"""Labels that are looked for so; times, gaps and numbers hardly ever are told so."""
REACH: Final = 2
"""Sentences looked on for the next that names anybody."""
OPENING: Final = 5
"""Items before the name up to which each word is a sign by itself."""
TOLD_IN: Final = frozenset({"prose", "headline"})
"""Kinds of the sentences that tell so."""


def _ends(key: tuple[int, int, int, int, bool]) -> Iterator[str]:
    left, right, last, own, new = key
    yield from ("onward", f"onward l:{left} r:{right}", f"onward last:{last}")
    yield from (f"onward own:{own} l:{left} r:{right}", f"onward new:{new} l:{left} r:{right}")


def _apart(key: tuple[int, int, int, int, bool]) -> Iterator[str]:
    sentences, paragraphs, ahead, heads, tail = key
    yield from (f"onward d:{sentences} p:{paragraphs}", f"onward ahead:{bucket(ahead)}")
    yield from (f"onward heads:{bucket(heads)}", f"onward tail:{tail} ahead:{bucket(ahead)}")


SIGNS: Final = Family(
    [("onward o1:",), ("onward o2:",), ("onward hl:",), ("onward hr:",), ("onward hr2:",),
     ("onward end:",), ("onward vr:",), ("onward vlr:",)],
    [_ends, _apart],
)  # fmt: skip
OPENS: Final = Each([("onward in:",)])


class Onward:
    """Finds whom of the sentences after it a place may be told of.

    `first`: competitor -> the first sentence that names it.
    """

    def __init__(self, frames: Sequence[Frame], head_of: Mapping[int, str]) -> None:
        self.frames, self.head_of = frames, head_of
        self.first: dict[str, int] = {}
        for number, frame in enumerate(frames):
            for at in frame.heads:
                self.first.setdefault(head_of[frame.sentence.items[at].mention], number)

    def heads(
        self, number: int, place: int, known: Collection[str]
    ) -> Iterator[tuple[int, tuple[Part, ...]]]:
        """Heads (mention indices) that a place may be told of, and what each pair tells.

        `number`, `place`: the place's sentence and item; `known`: competitors left out.
        """
        frame = self.frames[number]
        if frame.sentence.kind not in TOLD_IN:
            return
        at = self._next(number)
        if at is None:
            return
        after = self.frames[at]
        listed = frame.value_end(place)[-1]
        nth = listed.nth if listed is not None and listed.length <= len(after.heads) else 0
        head = after.heads[nth]
        mention = after.sentence.items[head].mention
        if self.head_of[mention] not in known:
            yield mention, self._parts(number, place, at, head)

    def _next(self, number: int) -> int | None:
        """The next sentence of prose that has heads."""
        for at in range(number + 1, min(number + REACH + 1, len(self.frames))):
            if self.frames[at].sentence.kind != "prose":
                return None
            if self.frames[at].heads:
                return at
        return None

    def _parts(self, number: int, place: int, at: int, head: int) -> tuple[Part, ...]:
        frame, after = self.frames[number], self.frames[at]
        keys, opening = frame.padded, after.keys[:head]
        label = frame.sentence.items[place].label
        same, slots = frame.of_label[label], after.of_label.get(label, ())
        left = bisect_left(frame.heads, place)
        right = len(frame.heads) - left
        own = 0 if not slots else 1 if slots[0] < head else 2
        who = self.head_of[after.sentence.items[head].mention]
        last = len(same) - 1 - same.index(place)
        paragraphs = after.sentence.paragraph - frame.sentence.paragraph
        shapes = (
            (min(left, 2), min(right, 2), min(last, 2), own, self.first[who] == at),
            (at - number, min(paragraphs, 2), head, len(after.heads), len(keys) - place < 8),
        )
        start = after.padded
        words = (
            start[2], f"{start[2]} {start[3]}", start[head + 1], start[head + 3],
            f"{start[head + 3]} {start[head + 4]}", frame.keys[-1],
            keys[place + 3], f"{keys[place + 1]} {keys[place + 3]}",
        )  # fmt: skip
        parts: list[Part] = [(SIGNS, words, shapes)]
        if opening:
            parts.append((OPENS, set(opening[:OPENING]), ()))
        return tuple(parts)
