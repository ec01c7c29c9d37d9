"""What a report tells of each class as a whole: how often, and with what pole.

"Best of the Junior Trophy runners as well" names a class once, beside ELITE 1 and ELITE 2,
which are each other's like and have poles and parts of their own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.frame import Frame
from polesitter.relations.signs import Family, Part
from polesitter.relations.told_slots import Told

ALIKE: Final = 3
"""Letters that the names of one set of classes begin with: LMP2 and LMP3, GTD and GTD Pro."""
MOST: Final = 5
"""Times told that are told apart."""
Whole = tuple[int, bool, bool, int, bool, bool, bool]


def _whole(key: Whole) -> Iterator[str]:
    times, opens, pole, order, alike, others_open, other_poles = key
    yield from (f"whole times:{times}", f"whole order:{order}", f"whole alike:{alike}")
    yield f"whole opens:{opens} others:{others_open}"
    yield f"whole pole:{pole} others:{other_poles}"
    yield f"whole times:{min(times, 3)} pole:{pole} opens:{opens}"


WHOLE: Final = Family(shapes=[_whole])


def whole_parts(frames: Sequence[Frame], found: Sequence[Sequence[Told]]) -> dict[str, tuple[Part]]:
    """Value -> what the whole report tells of it. `found`: the slots of each sentence."""
    every = [which for own in found for which in own]
    times = Counter(which.value for which in every)
    opening = {which.value for which in every if which.opens_section}
    poles = {
        which.value
        for frame, own in zip(frames, found, strict=True)
        if own and _tells_of_a_pole(frame)
        for which in own
    }
    stems = Counter(_stem(value) for value in times)
    told: dict[str, tuple[Part]] = {}
    for order, (value, count) in enumerate(times.items()):
        key = (
            min(count, MOST), value in opening, value in poles, min(order, MOST - 1),
            stems[_stem(value)] > 1, not opening <= {value}, not poles <= {value},
        )  # fmt: skip
        told[value] = ((WHOLE, (), (key,)),)
    return told


def _tells_of_a_pole(frame: Frame) -> bool:
    return any(place == "1" and at not in frame.framings for at, place in frame.values.items())


def _stem(value: str) -> str:
    return "".join([letter for letter in value.casefold() if letter.isalpha()])[:ALIKE]
