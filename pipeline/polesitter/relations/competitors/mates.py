"""Teammates: two competitors the text says run for one team."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.relations.claims.focus import PRONOUNS
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Family, Part, names_of, plain


@dataclass(slots=True)
class MateClaim:
    """Two competitors beside a cue such as "teammate" or "the sister car"."""

    first: str
    second: str
    sentence: int
    cue: int
    parts: Sequence[Part]
    probability: float = 0.0

    @property
    def signs(self) -> list[str]:
        """The names of all signs."""
        return names_of(self.parts)


def _cue(key: tuple[bool, bool]) -> Iterator[str]:
    yield from (f"pronoun:{key[0]}", f"start:{key[1]}")


CUE: Final = Family([("l:",), ("r:",)], [_cue])


class _Shape:
    """How two heads of the cue's sentence are told that stand around it in one shape."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.family = Family([(f"{name} a:",), (f"{name} z:",)], [self._apart])

    def _apart(self, apart: int) -> Iterator[str]:
        yield from (self.name, f"{self.name} d:{bucket(apart)}")


SHAPES: Final = {name: _Shape(name).family for name in ("LR", "L0R", "RR", "LL")}


def find_mates(frames: list[Frame], head_of: Mapping[int, str]) -> Iterator[MateClaim]:
    """Pairs of heads around each MATE cue: left and right of it, or one from before."""
    for number, frame in enumerate(frames):
        for place in frame.of_label.get("MATE", ()):
            yield from _around(frames, number, place, head_of)


def _around(
    frames: list[Frame], number: int, place: int, head_of: Mapping[int, str]
) -> Iterator[MateClaim]:
    frame = frames[number]
    items = frame.sentence.items
    left = [head for head in frame.heads if head < place]
    right = [head for head in frame.heads if head > place]
    own = _cue_part(frame, place)
    for a, b, shape in _sides(left, right):
        first, second = head_of[items[a].mention], head_of[items[b].mention]
        if first != second:
            parts = (own, _pair(frame, a, b, place, shape))
            yield MateClaim(first, second, number, items[place].mention, parts)
    if not number or not frames[number - 1].heads:
        return
    before = frames[number - 1]
    nearest = [(head, "L") for head in left[-1:]] + [(head, "R") for head in right[:1]]
    for rank, at in (("0", before.heads[0]), ("z", before.heads[-1])):
        other = head_of[before.sentence.items[at].mention]
        for head, side in nearest:
            mate = head_of[items[head].mention]
            if mate != other:
                shape = f"F{rank}{side} both:{bool(left and right)}"
                parts = (own, plain(shape, f"{shape} n:{bucket(len(before.heads))}"))
                yield MateClaim(other, mate, number, items[place].mention, parts)


def _sides(left: list[int], right: list[int]) -> list[tuple[int, int, str]]:
    """Heads of the cue's sentence to pair, with the shape they stand in."""
    pairs = []
    if left and right:
        pairs.append((left[-1], right[0], "LR"))
        if len(left) > 1:
            pairs.append((left[0], right[0], "L0R"))
    if len(right) > 1:
        pairs.append((right[0], right[1], "RR"))
    if len(left) > 1:
        pairs.append((left[-2], left[-1], "LL"))
    return pairs


def _cue_part(frame: Frame, place: int) -> Part:
    pronoun = not PRONOUNS.isdisjoint(frame.keys[:place])
    words = (frame.padded[place + 1], frame.padded[place + 3])
    return CUE, words, ((pronoun, place < 2),)


def _pair(frame: Frame, a: int, b: int, place: int, shape: str) -> Part:
    ahead = " ".join(frame.keys[a + 1 : place][-2:])
    after = " ".join(frame.keys[place + 1 : b][:2])
    return (SHAPES[shape], (ahead, after), (abs(b - place),))
