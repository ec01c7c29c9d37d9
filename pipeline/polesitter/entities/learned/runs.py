"""Runs of capitalised words, and of what may stand between them in a name.

Apart from all that reckons in arrays, so that this walk over the words can be compiled.
"""

from typing import Final

from polesitter.entities.learned.words import (
    ARTICLE,
    CAPITAL,
    CLOSER,
    CONNECTOR,
    DIGITS,
    HYPHEN,
    PARTICLE,
    POSSESSIVE,
    SLASH,
)

LONGEST_LINK: Final = 3
"""Most connecting tokens between two capitalised words of a run ("of the")."""

OPENERS: Final[int] = CAPITAL | PARTICLE | DIGITS | ARTICLE
CLOSERS: Final[int] = CAPITAL | DIGITS | CLOSER
_INNER: Final[int] = CONNECTOR | PARTICLE | HYPHEN | SLASH | POSSESSIVE
_TOUCHING: Final[int] = HYPHEN | SLASH
_ALWAYS: Final[int] = CAPITAL | DIGITS


def number_runs(kinds: list[int], spaced: list[bool]) -> list[int]:
    """Return the run number of each token, -1 outside every run.

    `kinds` are the words' kind bits, `spaced` tells which tokens are followed by
    a space; a hyphen links only what it touches on both sides.
    """
    runs = [-1] * len(kinds)
    number = stop = 0
    for index, kind in enumerate(kinds):
        if index < stop or not kind & OPENERS:
            continue
        stop = index + 1
        following = index + 1
        while following < len(kinds) and _continues(kinds, spaced, following, stop - 1):
            following += 1
            if kinds[following - 1] & CLOSERS:
                stop = following
        runs[index:stop] = [number] * (stop - index)
        number += 1
    return runs


def _continues(kinds: list[int], spaced: list[bool], index: int, last: int) -> bool:
    kind = kinds[index]
    if kind & _ALWAYS:
        return True
    if kind & _TOUCHING:
        return last == index - 1 and not spaced[index - 1] and not spaced[index]
    return bool(kind & _INNER) and index - last <= LONGEST_LINK
