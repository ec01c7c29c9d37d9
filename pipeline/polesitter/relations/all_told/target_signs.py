"""What speaks for a gap being measured to somebody, when all that is told is weighed, as signs."""

from bisect import bisect
from collections.abc import Iterator
from typing import Final

from polesitter.relations.signs.family import Family

BEHIND: Final = (1, 2, 3, 4, 7, 11)
"""Where one group of places of those behind ends and the next begins."""
MOST: Final = 2
"""Gaps out of order, beyond which their number tells no more."""


def _words(key: tuple[str, int, int, int, int]) -> Iterator[str]:
    """The grades of the one ahead by the sentence (two), of the likeliest other, and of all."""
    way, fine, chance, rival, whole = key
    yield from (f"chance:{fine}", way, f"{way} chance:{fine}")
    yield from (f"{way} {chance} rival:{rival}", f"{way} all:{whole}")


def _placed(key: tuple[str, int, int, int, int]) -> Iterator[str]:
    way, place, likely, sure, chance = key
    yield f"{way} p:{bisect(BEHIND, place)}"
    yield f"{way} {chance} likely:{likely},{sure}"


def _breaks(key: tuple[str, tuple[int, int], int]) -> Iterator[str]:
    way, (ahead, behind), chance = key
    ahead, behind = min(MOST, ahead), min(MOST, behind)
    yield from (f"{way} ahead:{ahead}", f"{way} {chance} ahead:{ahead} behind:{behind}")


def _laps(key: tuple[str, int, int]) -> Iterator[str]:
    way, laps, by_first = key
    yield from (f"{way} laps:{laps}", f"{way} first laps:{by_first}", f"laps:{laps} {by_first}")


def _told(key: tuple[str, bool, bool]) -> Iterator[str]:
    """Whether the words just after name the first place, or those around say "further"."""
    way, first, further = key
    yield from (f"{way} first told:{first}", f"{way} further:{further}")


AGAIN: Final = Family(shapes=[_words, _placed, _breaks, _laps, _told])
