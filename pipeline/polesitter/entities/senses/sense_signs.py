"""What speaks for a word meaning a place or a class: the words around it."""

import re
from typing import Final

WORD: Final = re.compile(r"\d[\d.,:]*|[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|[^\w\s]|\n+")
WINDOW: Final = 90
"""Code points on each side in which words are looked for."""
BEFORE, AFTER = 7, 6
"""Words on each side that are told."""
LONGEST: Final = 15
"""Letters of a word that may tell more than that it is long."""


def signs_of(text: str, start: int, end: int, kind: str) -> list[str]:
    """Return the signs of the word at code points `start`..`end`; `kind`: whose kin it is.

    Neighbours are told for the kind and for all kinds alike, so that a rare ordinal
    learns from the others.
    """
    surface = text[start:end]
    told_left = WORD.findall(text[max(0, start - WINDOW) : start])[: -BEFORE - 1 : -1]
    told_right = WORD.findall(text[end : end + WINDOW])[:AFTER]
    left = [_plain(word) for word in told_left] + ["^"] * (BEFORE - len(told_left))
    right = [_plain(word) for word in told_right] + ["$"] * (AFTER - len(told_right))
    one, two, three = left[:3]
    next_one, next_two, next_three = right[:3]
    glued = "-" if text[end : end + 1] == "-" else ""
    shape_left = f"{_shape(told_left, 0)} {_shape(told_left, 1)}"
    shape_right = f"{_shape(told_right, 0)} {_shape(told_right, 1)}"
    pairs = (
        f"l1:{one}", f"l2:{two}|{one}", f"l3:{three}|{two}|{one}",
        f"r1:{next_one}{glued}", f"r2:{next_one}|{next_two}",
        f"r3:{next_one}|{next_two}|{next_three}", f"lr:{one}|{next_one}",
        f"ls:{shape_left}", f"rs:{shape_right}", f"@2:{two}", f"@3:{three}",
        f"+2:{next_two}", f"+3:{next_three}",
    )  # fmt: skip
    return [
        f"x:{surface.lower()}",
        f"b:{kind}",
        f"cap:{kind}:{surface[:1].isupper()}",
        *[f"{kind} {pair}" for pair in pairs],
        *[f"* {pair}" for pair in pairs],
        *[f"L:{word}" for word in sorted(set(left))],
        *[f"R:{word}" for word in sorted(set(right))],
    ]


def _plain(word: str) -> str:
    """A word as signs have it: lower case, figures and line ends all alike."""
    first = word[0]
    if first.isdigit():
        return "#"
    if first == "\n":
        return "\u00b6"
    return word.lower() if len(word) <= LONGEST else "long"


def _shape(words: list[str], place: int) -> str:
    if place >= len(words):
        return "^"
    word = words[place]
    if word[0].isupper():
        return "Aa" if word[1:2].islower() else "A"
    return "#" if word[0].isdigit() else ""
