"""What the slot of a value tells by itself: its neighbours and the words just before it."""

from collections.abc import Iterator
from typing import Final

from polesitter.relations.claims.cut_missed import cut_missed
from polesitter.relations.reading.frame import FRAMES, Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part, as_told, plain

BEFORE, AFTER = 6, 4
"""Items before and after a value whose cue words are told."""


def _slot(key: tuple[str, str]) -> Iterator[str]:
    yield from (f"vn:{key[0]}", f"framing:{key[1]}")


def _place_in_list(key: tuple[int, int]) -> Iterator[str]:
    nth, same = key
    yield f"penalty nth:{bucket(nth)} of:{bucket(same)}"


def _doubt(grade: int) -> Iterator[str]:
    yield f"sense:{grade}"


VALUE: Final = Family(
    [("vl:",), ("vl2:",), ("vr:",), ("vr2:",), ("vg:",)], [_slot, as_told, as_told]
)
DOUBT: Final = Family(shapes=[_doubt])
IN_PENALTY: Final = Family([("penalty vg:",)], [_place_in_list])
WORDS_BEFORE, WORDS_AFTER = Each([("vw:",)]), Each([("vx:",)])


def value_parts(frame: Frame, place: int) -> tuple[Part, ...]:
    """What a value's slot tells, the same for all heads it could belong to."""
    known = frame.values_told.get(place)
    if known is None:
        known = frame.values_told[place] = tuple(_parts(frame, place))
    return known


def _parts(frame: Frame, place: int) -> list[Part]:
    keys, about = frame.keys, frame.about
    left2, left, label, right, right2 = frame.padded[place : place + 5]
    same = frame.of_label[label[1:-1]]
    above = frame.governor(place)
    words = (left, f"{left2} {left}", right, f"{right} {right2}", above)
    slot = (bucket(len(same)), frame.framings.get(place, "-"))
    parts: list[Part] = [(VALUE, words, (slot, frame.common, about))]
    if "penalty" in about:
        parts.append((IN_PENALTY, (f"{above} {left}",), ((same.index(place), len(same)),)))
    before = [FRAMES[key] for key in keys[max(0, place - BEFORE) : place] if key in FRAMES]
    after = [FRAMES[key] for key in keys[place + 1 : place + 1 + AFTER] if key in FRAMES]
    if label == "<GAP>" and (missed := cut_missed(frame, place)) is not None:
        parts.append(plain(f"missed:{missed}"))
    doubt = frame.doubts.get(place)
    if doubt is not None:
        parts.append((DOUBT, (), (doubt,)))
    if before:
        parts.append((WORDS_BEFORE, before, ()))
    if after:
        parts.append((WORDS_AFTER, after, ()))
    return parts
