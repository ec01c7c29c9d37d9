"""What a whole report tells of "P1" and "P2": places, or the prototypes of that name."""

import re
from functools import lru_cache
from typing import Final

from polesitter.text.word_starts import TEXTS

EITHER: Final = re.compile(r"P[1-3]")
CODE: Final = re.compile(r"\b(?:PC|GTC?|GT[1-4]|GTLM|GTD|GTE|LMP[1-3]|LMGT\w*|DPi|P[1-9]\d?)\b")
"""Classes that run beside such prototypes or in their stead, and places by the same letter."""
FAR: Final = re.compile(r"P(?:[4-9]|\d\d)")
"""Places that no prototype is called by."""


def prototype_signs(text: str, start: int, end: int) -> list[str]:
    """The signs of the word at code points `start`..`end`; none where it is no such word."""
    word = text[start:end]
    if not EITHER.fullmatch(word):
        return []
    return [f"beside:{code}" for code in _codes(text) if code != word]


@lru_cache(maxsize=TEXTS)
def _codes(text: str) -> list[str]:
    """The codes that a text writes, places without prototypes of their name as one."""
    found = {match[0] for match in CODE.finditer(text)}
    far = {code for code in found if FAR.fullmatch(code)}
    return sorted((found - far) | ({"P#"} if far else set()))
