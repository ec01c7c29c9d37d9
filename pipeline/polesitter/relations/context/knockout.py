"""What speaks for a competitor having reached a segment: which of them it is, and its place.

Who has the pole was in the last segment told; who is 18th hardly was. A list told once
under "Q3" says so of the first ten alone.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family, Part, as_told

NUMBER: Final = re.compile(r"\d+")
LIMITS: Final = ((1, "1"), (3, "2-3"), (6, "4-6"), (10, "7-10"), (12, "11-12"), (16, "13-16"))
"""Places up to each number, as grids are cut by knock-out formats, and what they are called."""
PARALLEL: Final = ("Group ", "Heat ", "Duel ")
"""Parts that nobody goes through one after the other: a field is divided into them."""
Standing = tuple[str, str, bool, str]


def _standing(key: Standing) -> Iterator[str]:
    rank, place, here, known = key
    yield from (f"seg:{rank}", f"seg:{rank} here:{here}", f"place:{place} here:{here}")
    yield f"seg:{rank} place:{place}"
    yield f"seg:{rank} place:{place} here:{here}"
    yield from (f"known:{known} here:{here}", f"seg:{rank} known:{known}")
    yield f"seg:{rank} known:{known} here:{here}"


SEGMENT: Final = Family([("seg kind:",), ("seg kind here:",)], [_standing, as_told])


class Knockout:
    """The segments of one report in their order, as far as their numbers tell it.

    `standings`: competitor -> the place told of it in the whole report.
    """

    def __init__(self, values: Collection[str], standings: Mapping[str, str]) -> None:
        self.ranks = _ranks(values)
        self.standings = {who: _called(place) for who, place in standings.items()}
        self._places: dict[tuple[int, int], str] = {}

    def part(self, frame: Frame, head: int, who: str, value: str, here: bool) -> Part:
        """What tells of the segment `value` at a head of `who`; `here`: its sentence names it."""
        kind = value.casefold()
        if value.startswith(PARALLEL):
            kind = kind.split()[0]
        known = self.standings.get(who, "-")
        standing = (self.ranks[value], self._place(frame, head), here, known)
        return SEGMENT, (kind, kind if here else None), (standing, frame.common)

    def _place(self, frame: Frame, head: int) -> str:
        """The place told nearest to a head in its sentence, roughly; "-" without any."""
        key = (frame.sentence.index, head)
        if key not in self._places:
            near = [(abs(at - head), value) for at, value in frame.values.items() if value]
            self._places[key] = _called(min(near)[1]) if near else "-"
        return self._places[key]


def _ranks(values: Collection[str]) -> dict[str, str]:
    """Of each value whether it is the first, the last or another of its kind that is told."""
    numbers = {value: int(found[0]) for value in values if (found := NUMBER.search(value))}
    kinds: dict[str, list[int]] = {}
    for value, number in numbers.items():
        kinds.setdefault(NUMBER.sub("", value), []).append(number)
    ranks = {}
    for value in values:
        known = kinds.get(NUMBER.sub("", value), ())
        if value.startswith(PARALLEL):
            ranks[value] = "beside"
        elif value not in numbers or len(known) < 2:
            ranks[value] = "lone"
        elif numbers[value] in (min(known), max(known)):
            ranks[value] = "last" if numbers[value] == max(known) else "first"
        else:
            ranks[value] = "between"
    return ranks


def _called(place: str) -> str:
    if not place.isdigit():
        return "words"
    return next((name for limit, name in LIMITS if int(place) <= limit), "17+")
