"""What speaks for a lap, a speed or a gap, when all that is told is weighed, as signs."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.signs.family import Family

FINE: Final[Sequence[float]] = (
    0.02, 0.05, 0.1, 0.17, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95, 0.98
)  # fmt: skip
"""Where one grade of chances ends and the next begins."""
FORWARD: Final[Sequence[int]] = (1, 2, 3, 4, 7, 11, 21)
"""Where one group of places ends and the next begins."""
SECONDS: Final[Sequence[float]] = (0.01, 0.05, 0.15, 0.4, 1.0, 3.0)
"""Where one group of gaps ends and the next begins."""
APART: Final[Sequence[float]] = (-0.05, -0.02, -0.01, -0.003, 0.0, 0.003, 0.01, 0.02, 0.05)
"""How far a lap is from the middle one of others', as a share of it."""
MOST: Final = 3
"""Rivals, or values, beyond which their number tells no more."""
Place = tuple[int, int]
"""The group of a competitor's likeliest place, 0 for none, and its chance as `coarse`."""


def grade(chance: float) -> int:
    """The grade of a chance, 0 to 11."""
    return bisect(FINE, chance)


def group_of_place(place: int) -> int:
    """The group of a place, 0 for none."""
    return bisect(FORWARD, place)


def group_of_size(seconds: float) -> int:
    """The group of a gap or margin by its size."""
    return bisect(SECONDS, seconds)


def group_apart(share: float) -> int:
    """The group of what a lap is apart from the middle one, as a share of it."""
    return bisect(APART, share)


def _own(key: tuple[str, int, str]) -> Iterator[str]:
    label, chance, framing = key
    yield from (f"chance:{chance}", f"{label} chance:{chance}", f"{label} framing:{framing}")


def _others(key: tuple[str, int, int, int, int, bool, int]) -> Iterator[str]:
    """The grades of the value and of the likeliest other; whether that is less; how many."""
    label, of, fine, of_other, fine_other, less, others = key
    if not others:
        yield from (f"{label} alone", f"{label} {of} alone")
        return
    yield from (f"{label} other:{fine_other}", f"{label} {of} other:{of_other} less:{less}")
    yield f"{label} {fine} other:{of_other}"
    yield f"{label} others:{others}"


def _placed(key: tuple[str, int, Place]) -> Iterator[str]:
    label, of, (place, likely) = key
    yield from (f"{label} p:{place} {likely}", f"{label} {of} p:{place} {likely}")


def _in_order(key: tuple[str, int, int, int, int]) -> Iterator[str]:
    """How many are ahead and slower, or behind and quicker, and how many not; and the first."""
    label, of, fits, breaks, first = key
    told = f"fits:{min(MOST, fits)} breaks:{min(MOST, breaks)}"
    yield from (f"{label} {told}", f"{label} {of} {told}", f"{label} {of} first:{first}")


def _apart(key: tuple[str, int, int]) -> Iterator[str]:
    label, apart, place = key
    yield from (f"{label} apart:{apart}", f"{label} apart:{apart} p:{place}")


def _differs(key: tuple[str, int, int]) -> Iterator[str]:
    """How probable two laps are that differ by the gap."""
    label, of, laps = key
    yield from (f"{label} laps:{laps}", f"{label} {of} laps:{laps}")


def _size(key: tuple[str, int, int]) -> Iterator[str]:
    """The groups of the size of a gap or margin, and of the place."""
    label, size, place = key
    yield from (f"{label} size:{size}", f"{label} size:{size} p:{place}")


def _target(key: tuple[int, str, int]) -> Iterator[str]:
    """The chance of a gap; whom it is measured to and how surely."""
    of, to, likely = key
    yield from (f"to:{to} {likely}", f"{of} to:{to} {likely}")


def _margin(key: tuple[int, bool, int, int, int, int, int, int]) -> Iterator[str]:
    """The chance of a margin, whether it is the first's, and the grades of all told beside it."""
    of, first, behind, of_next, other, own, others, rival = key
    yield from (f"next:{behind}", f"{of} next:{behind} first:{first}")
    yield from (f"gap:{of_next} other:{other}", f"{of} gap:{of_next}", f"{of} other gap:{other}")
    yield from (f"gap:{of_next} others:{others}", f"{of} others:{others}")
    yield from (f"{of} own gap:{own}", f"{of} rival:{rival}")


RUN: Final = Family(
    shapes=[_own, _others, _placed, _in_order, _apart, _differs, _size, _target, _margin]
)
