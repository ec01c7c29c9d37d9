"""Where a tokenizer may cut a word of a pattern in two.

Patterns are written in words, sentences come in tokens: "co-driver" may be one
element or three, "no." one or two.
"""

import re
from functools import lru_cache

# At hyphens, before a final dot, before n't, 'll and the like.
_BREAKS = re.compile(r"(?<=.)(?=-)|(?<=-)(?=.)|(?<=.)(?=\.$)|(?<=.)(?=n't$)|(?<=[^n])(?='[^'t]+$)")


def word_parts(word: str) -> list[str]:
    """The pieces a tokenizer may cut `word` into; together they are the word."""
    return _BREAKS.sub(" ", word).split(" ")


@lru_cache(maxsize=4096)
def first_pieces(word: str) -> frozenset[str]:
    """The elements a word may begin with: "co-driver" -> co, co-, co-driver."""
    parts = word_parts(word)
    return frozenset("".join(parts[: count + 1]) for count in range(len(parts)))
