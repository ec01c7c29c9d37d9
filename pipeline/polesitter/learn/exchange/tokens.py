"""Tokens for tools that count in them: cut wherever a mark begins or ends."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from polesitter.text.plain import Mark

# Fine enough for every mark of the guide: "Lee's", "Lotus-Renault" and "No.93" are cut, figures
# are not. Combining accents stand with their letter, though they are no word characters.
PIECE = re.compile(r"(?:(?<!\w)\.)?\d\w*(?:[.:'’]\d\w*)*|[\w\u0300-\u036f]+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """Code points [start, end) of the text; `space`: one plain space follows, part of no token."""

    start: int
    end: int
    space: bool = False


def tokens_of(text: str, marks: Sequence[Mark]) -> list[Token]:
    """Cut a text into tokens; with their spaces they give the text again.

    A single space between two tokens belongs to the first one. Any other white space is
    a token of its own, so that nothing is lost.
    """
    cuts = sorted({bound for mark in marks for bound in (mark.start, mark.end)})
    pieces = [
        piece for match in PIECE.finditer(text) for piece in _cut(match.start(), match.end(), cuts)
    ]
    return _with_spaces(text, pieces, marks)


def covered(tokens: Sequence[Token], mark: Mark) -> tuple[int, int]:
    """Return the indices of a mark's first and last token; it must begin and end with one."""
    starts = [token.start for token in tokens]
    first, last = bisect_right(starts, mark.start) - 1, bisect_right(starts, mark.end - 1) - 1
    return first, last


def _cut(start: int, end: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    inside = [cut for cut in cuts[bisect_right(cuts, start) :] if cut < end]
    return list(pairwise([start, *inside, end]))


def _with_spaces(
    text: str, pieces: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> list[Token]:
    """Give single spaces to the token before them, unless a mark begins or ends with one."""
    tokens: list[Token] = []
    starts, ends = {mark.start for mark in marks}, {mark.end for mark in marks}
    for start, end in pieces:
        last = tokens[-1] if tokens else None
        alone = text[start:end] == " " and start not in starts and end not in ends
        if alone and last and not last.space and not text[last.start : last.end].isspace():
            tokens[-1] = Token(last.start, last.end, space=True)
        else:
            tokens.append(Token(start, end))
    return tokens
