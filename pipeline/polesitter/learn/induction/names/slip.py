"""When a name is likely a slip of the keyboard for another."""

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

ALIKE = 92.0
"""Percent of letters that two long spellings of one name share."""
LONG = 6
"""Letters from which one wrong letter is a slip; shorter names may differ by one."""


def is_slip(name: str, other: str) -> bool:
    """Whether two different normalised names are likely one.

    Names with other figures ("gt3", "gt4") are not; nor are those that begin with another
    letter ("tim brown", "jim brown").
    """
    if name == other or name[:1] != other[:1] or _figures(name) != _figures(other):
        return False
    one_wrong = OSA.distance(name, other, score_cutoff=1) <= 1
    return (one_wrong and min(len(name), len(other)) >= LONG) or fuzz.ratio(name, other) >= ALIKE


def _figures(name: str) -> list[str]:
    return [char for char in name if char.isdigit()]
