"""What speaks for a value belonging to a competitor of another sentence."""

from collections.abc import Iterator
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Family, Part

PRONOUNS: Final = frozenset(
    {"he", "his", "she", "her", "him", "they", "their", "it", "its", "that"}
)
PERSONAL: Final = frozenset({"he", "she", "they", "his", "her", "their", "him"})
"""Pronouns of people."""


def _focus(key: tuple[int, int, bool, int, str, bool]) -> Iterator[str]:
    distance, rank, pronoun, heads, near, before = key
    yield "focus"
    yield f"focus d:{distance} r:{rank}"
    yield f"focus p:{pronoun} heads:{bucket(heads)} r:{rank}"
    yield f"focus near:{near} before:{before} r:{rank}"
    yield f"focus d:{distance} near:{near} before:{before} r:{rank}"


def _opening(key: tuple[str, int]) -> Iterator[str]:
    yield f"focus first:{key[0]} r:{key[1]}"


def _among(key: tuple[str, str, int]) -> Iterator[str]:
    """Where the last pronoun stands, among the names before a value."""
    where, pronoun, rank = key
    yield from (f"focus among:{where}", f"focus among:{where} r:{rank}")
    yield from (f"focus among:{where} {pronoun}", f"focus among:{where} {pronoun} r:{rank}")


FOCUS: Final = Family(shapes=[_focus, _opening, _among])


def focus_part(frame: Frame, place: int, distance: int, rank: int) -> Part:
    """A head named in an earlier sentence, `distance` sentences back.

    `rank`: 0 for that sentence's first head, 1 for its last where they differ,
    2 for the first of a sentence farther back.
    """
    keys = frame.keys
    first = keys[0] if keys else "^"
    near = "-" if PRONOUNS.isdisjoint(keys[:place]) else "he"
    before = bool(frame.heads) and frame.heads[0] < place
    key = (distance, rank, first in PRONOUNS, len(frame.heads), near, before)
    return (FOCUS, (), (key, (first, rank), _pronoun(frame, place, rank) if before else None))


def _pronoun(frame: Frame, place: int, rank: int) -> tuple[str, str, int]:
    """The last personal pronoun before a value, and how it stands among the names before it."""
    keys = frame.keys
    at = next((at for at in range(place - 1, -1, -1) if keys[at] in PERSONAL), -1)
    named = [head for head in frame.heads if head < place]
    where = "first" if at < named[0] else "last" if at > named[-1] else "between"
    return ("^" if at == 0 else "") + where, keys[at] if at >= 0 else "-", rank
