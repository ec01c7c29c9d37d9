"""When a name is likely a slip of the keyboard for another."""

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

ALIKE = 92.0
"""Percent of letters that two long spellings of one name share."""
LONG = 6
"""Letters from which one wrong letter is a slip; shorter names may differ by one."""
WORD = 3
"""Letters from which a word tells names apart by more than one: "AO Racing", "AE Racing"."""


def is_slip(name: str, other: str) -> bool:
    """Whether two different normalised names are likely one.

    Names with other figures ("gt3", "gt4") are not; nor are those that begin with another
    letter ("tim brown", "jim brown") or differ in a word of two ("ao racing", "ae racing").
    """
    if name == other or name[:1] != other[:1] or _figures(name) != _figures(other):
        return False
    if _differ_in_letters(name.split(), other.split()):
        return False
    one_wrong = OSA.distance(name, other, score_cutoff=1) <= 1
    return (one_wrong and min(len(name), len(other)) >= LONG) or fuzz.ratio(name, other) >= ALIKE


def _figures(name: str) -> list[str]:
    return [char for char in name if char.isdigit()]


def _differ_in_letters(name: list[str], other: list[str]) -> bool:
    """Whether names of as many words have another word where one of both is mere letters."""
    return len(name) == len(other) and any(
        one != two and min(len(one), len(two)) < WORD for one, two in zip(name, other, strict=True)
    )
