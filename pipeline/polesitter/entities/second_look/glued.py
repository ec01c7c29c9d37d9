"""Tokens that stand side by side: what joins them, and where each ends in the text."""

from collections.abc import Sequence
from typing import Final

from polesitter.entities.second_look.named_again import Tokens

GLUE: Final = frozenset({"-", "/"})
"""What joins two names to one where no blank stands beside it."""


def is_glued(tokens: Tokens, start: int, count: int) -> bool:
    """Whether tokens follow each other with nothing in between."""
    return all(tokens[n][1] == end_char(tokens, n - 1) for n in range(start + 1, start + count))


def end_char(tokens: Sequence[tuple[str, int]], index: int) -> int:
    """Where a token ends in the text."""
    return tokens[index][1] + len(tokens[index][0])
