"""What a report tells of each class as a whole: how often, with what pole, with what places.

"Best of the Junior Trophy runners as well" names a class once, beside ELITE 1 and ELITE 2,
which are each other's like and have poles and parts of their own. Where places that were
told before are told again after "In TCR, ...", these are TCR's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from polesitter.relations.context.told_slots import ToldSlot
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family, Part

ALIKE: Final = 3
"""Letters that the names of one set of classes begin with: LMP2 and LMP3, GTD and GTD Pro."""
MOST: Final = 5
"""Times told that are told apart."""


class Whole(NamedTuple):
    """What the whole report tells of one class.

    `order`: how many classes are named before it. `alike`: another is called much like it.
    `again`: places told both before it and from it on; `others`: the most of those of another
    class that opens a part, -1 for none. `sole`: it alone opens no part.
    """

    times: int
    opens: bool
    pole: bool
    order: int
    alike: bool
    others_open: bool
    other_poles: bool
    again: int
    others: int
    sole: bool


def _whole(told: Whole) -> Iterator[str]:
    few = min(told.times, 3)
    yield from (f"whole times:{told.times}", f"whole order:{told.order}")
    yield f"whole alike:{told.alike}"
    yield f"whole opens:{told.opens} others:{told.others_open}"
    yield f"whole pole:{told.pole} others:{told.other_poles}"
    yield f"whole times:{few} pole:{told.pole} opens:{told.opens}"
    yield from (f"whole again:{told.again}", f"whole again:{told.again} opens:{told.opens}")
    yield f"whole again:{told.again} opens:{told.opens} times:{few} others:{told.others_open}"
    if not told.opens:
        yield f"whole others:{told.others} sole:{told.sole}"


WHOLE: Final = Family(shapes=[_whole])


def whole_parts(
    frames: Sequence[Frame], found: Sequence[Sequence[ToldSlot]]
) -> dict[str, tuple[Part]]:
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
    again = {
        value: min(_told_again(frames, number), MOST - 1)
        for value, number in _first_told(found).items()
    }
    told: dict[str, tuple[Part]] = {}
    for order, (value, count) in enumerate(times.items()):
        opens = value in opening
        others = max([again[other] for other in opening if other != value], default=-1)
        key = Whole(
            min(count, MOST), opens, value in poles, min(order, MOST - 1),
            stems[_stem(value)] > 1, not opening <= {value}, not poles <= {value},
            again[value], others, not opens and len(times) == len(opening) + 1,
        )  # fmt: skip
        told[value] = ((WHOLE, (), (key,)),)
    return told


def _first_told(found: Sequence[Sequence[ToldSlot]]) -> dict[str, int]:
    """Value -> the sentence that first opens a part with it, or else first names it."""
    first: dict[str, int] = {}
    for opens in (True, False):
        for number, own in enumerate(found):
            for which in own:
                if which.opens_section is opens:
                    first.setdefault(which.value, number)
    return first


def _told_again(frames: Sequence[Frame], number: int) -> int:
    """How many places are told before a sentence, and then again from it on."""
    before, after = (
        {
            place
            for frame in part
            for at, place in frame.values.items()
            if place.isdigit() and at not in frame.framings
        }
        for part in (frames[:number], frames[number:])
    )
    return len(before & after)


def _tells_of_a_pole(frame: Frame) -> bool:
    return any(place == "1" and at not in frame.framings for at, place in frame.values.items())


def _stem(value: str) -> str:
    return "".join([letter for letter in value.casefold() if letter.isalpha()])[:ALIKE]
