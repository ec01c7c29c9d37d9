"""Where the words of a text start: one walk that all who look for words share."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"\w+")
_WORDS: Final = re.compile(r"(\w+)")

TEXTS: Final = 20
"""Texts that are remembered: those of a batch and some more."""

WordStarts = Mapping[str, Sequence[int]]
"""Each word as written -> the code points at which it starts, ascending."""


@lru_cache(maxsize=TEXTS)
def word_starts(text: str) -> WordStarts:
    """The words of `text` (runs of letters, digits and underscores) and where they start.

    The last texts are remembered, because every stage asks for the same ones.
    """
    starts: dict[str, list[int]] = {}
    at = 0
    # Split rather than searched, because each match of a search is an object of its own.
    parts = _WORDS.split(text)
    for between, word in zip(parts[::2], parts[1::2], strict=False):
        at += len(between)
        if word in starts:
            starts[word].append(at)
        else:
            starts[word] = [at]
        at += len(word)
    return starts
