"""Where the words of a text start: one walk that all who look for words share."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

WORD = re.compile(r"\w+")

WordStarts = Mapping[str, Sequence[int]]
"""Each word as written -> the code points at which it starts, ascending."""


@lru_cache(maxsize=4)
def word_starts(text: str) -> WordStarts:
    """The words of `text` (runs of letters, digits and underscores) and where they start.

    The last texts are remembered, because every stage asks for the same one.
    """
    starts: dict[str, list[int]] = {}
    for match in WORD.finditer(text):
        word = match[0]
        if word in starts:
            starts[word].append(match.start())
        else:
            starts[word] = [match.start()]
    return starts
