"""Teammates: two competitors the text says run for one team."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from polesitter.relations.bucket import bucket
from polesitter.relations.pairs import PRONOUNS, Frame


@dataclass(slots=True)
class MateClaim:
    """Two competitors beside a cue such as "teammate" or "the sister car"."""

    first: str
    second: str
    sentence: int
    cue: int
    features: list[str]
    probability: float = 0.0


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
    own = _cue_features(frame, place)
    for a, b, shape in _sides(left, right):
        first, second = head_of[items[a].mention], head_of[items[b].mention]
        if first != second:
            features = [*own, shape, *_pair(frame, a, b, place, shape)]
            yield MateClaim(first, second, number, items[place].mention, features)
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
                features = [*own, shape, f"{shape} n:{bucket(len(before.heads))}"]
                yield MateClaim(other, mate, number, items[place].mention, features)


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


def _cue_features(frame: Frame, place: int) -> list[str]:
    items = frame.sentence.items
    left = items[place - 1].key if place else "^"
    right = items[place + 1].key if place + 1 < len(items) else "$"
    pronoun = bool({item.key for item in items[:place]} & PRONOUNS)
    return [f"l:{left}", f"r:{right}", f"pronoun:{pronoun}", f"start:{place < 2}"]


def _pair(frame: Frame, a: int, b: int, place: int, shape: str) -> list[str]:
    items = frame.sentence.items
    ahead = " ".join(item.key for item in items[a + 1 : place][-2:])
    after = " ".join(item.key for item in items[place + 1 : b][:2])
    return [f"{shape} a:{ahead}", f"{shape} z:{after}", f"{shape} d:{bucket(abs(b - place))}"]
