"""Where two who may share a car are named again: right behind, or one of them without the other.

"The Porsche of Lieb and Ortelli, with Lieb at the wheel": who of them qualified it is told of
alone, in the same sentence or in the next.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Each, Family, Part

DRIVING: Final = frozenset(
    {"qualified", "qualify", "qualifies", "qualifying", "wheel", "driving", "drove", "drive",
     "drives", "put", "lapped", "lap", "laps", "turned", "set", "time", "did", "took", "start",
     "starts", "hands", "fastest", "quickest", "pole", "alone", "aboard"}
)  # fmt: skip
"""Words that are told of who drove the car."""
FEW: Final = 2
"""How many competitors a sentence may name for its words to be told of one of them."""
Named = Sequence[tuple[str, int]]
"""The competitors of a sentence, each with the place of its name."""


def _again(key: str) -> Iterator[str]:
    yield f"again:{key}"


def _next(key: str) -> Iterator[str]:
    yield f"next:{key}"


NAMED: Final = Family(shapes=[_again, _next])
AGAIN: Final = Family([("again l:",), ("again r:",)])
NEXT: Final = Family([("next r:",)])
DROVE: Final = (Each([("dra:",)]), Each([("drb:",)]))
SIDES: Final = "ab"
"""The first and the second of a pair."""


def pair_again(
    frames: Sequence[Frame], named: Sequence[Named], number: int, end: int, pair: tuple[str, str]
) -> Iterator[Part]:
    """What is told where a pair's names come again: behind the item `end`, or in the next sentence.

    `named`: who is named in each sentence; `number`: of the pair's own.
    """
    later = [(who, at) for who, at in named[number] if at > end]
    after = named[number + 1] if number + 1 < len(named) else ()
    again, follow = _sides(later, pair), _sides(after, pair)
    others = "+" if any(who not in pair for who, _ in after) else ""
    yield (NAMED, (), (again or "none", follow + others or "none"))
    if len(again) == 1:
        left, right = _beside(frames[number], later, pair[SIDES.index(again)])
        yield (AGAIN, (f"{again} {left}", f"{again} {right}"), ())
    if len(follow) == 1 and after[0][0] in pair:
        _, right = _beside(frames[number + 1], after, after[0][0])
        yield (NEXT, (f"{follow} {right}",), ())


def drove(
    frames: Sequence[Frame], heads: Sequence[int], alone: Sequence[Sequence[int]]
) -> Iterator[Part]:
    """Words of driving in the sentences that name one of a pair, and hardly anybody else.

    `heads`: how many competitors each sentence names; `alone`: the sentences of each of the two.
    """
    for side, sentences in zip(DROVE, alone, strict=True):
        told = [DRIVING.intersection(frames[n].keys) for n in sentences if heads[n] <= FEW]
        yield (side, set().union(*told), ())


def _sides(named: Named, pair: tuple[str, str]) -> str:
    """Who of a pair is named: "a", "b", "ab" or neither."""
    told = {who for who, _ in named}
    return "".join([side for side, who in zip(SIDES, pair, strict=True) if who in told])


def _beside(frame: Frame, named: Named, wanted: str) -> tuple[str, str]:
    """The items on both sides of the first name of a competitor."""
    at = next(at for who, at in named if who == wanted)
    return frame.padded[at + 1], frame.padded[at + 3]
