"""Hard-wrapped prose put together: old wire copy and mail break lines in mid-sentence."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

Line = tuple[int, int]
"""Code points [start, end) of a line of the text, trimmed."""

SHORTEST: Final = 50
"""Code points that the widest line of such prose has at least."""
LONGEST: Final = 130
SLACK: Final = 16
"""Code points by which a full line may fall short of the widest, for the next word is long."""
ENDS: Final = (".", "!", "?", ":", "\u2026", '"', "\u201d")


def unwrapped(text: str, lines: Sequence[Line], is_apart: Callable[[str], bool]) -> list[Line]:
    """The lines, those of hard-wrapped paragraphs joined to one each.

    `is_apart`: whether a line is a row or a header by its looks. One such line alone may
    be prose that was broken before a figure.
    """
    blocks = list(_blocks(text, lines, is_apart))
    wrapped = [_is_wrapped(text, block) for block in blocks]
    width = max(
        (_width(one) for one, is_so in zip(blocks, wrapped, strict=True) if is_so), default=0
    )
    if not width:
        return list(lines)
    whole: list[Line] = []
    for block, is_so in zip(blocks, wrapped, strict=True):
        if not is_so and not _breaks_off(text, block, width):
            whole += block
            continue
        whole.append(block[0])
        for line, following in pairwise(block):
            is_first = line == lines[0]
            if _runs_on(text[slice(*line)], text[slice(*following)], width, is_first=is_first):
                whole[-1] = (whole[-1][0], following[1])
            else:
                whole.append(following)
    return whole


def _blocks(
    text: str, lines: Sequence[Line], is_apart: Callable[[str], bool]
) -> Iterator[list[Line]]:
    """Runs of lines with no blank line and no result list between them."""
    apart = [is_apart(text[start:end]) for start, end in lines]
    follows = [text.count("\n", a[1], b[0]) == 1 for a, b in pairwise(lines)]
    block: list[Line] = []
    for number, line in enumerate(lines):
        beside = any(
            apart[other] and follows[min(number, other)]
            for other in (number - 1, number + 1)
            if 0 <= other < len(lines)
        )
        listed = apart[number] and beside
        if block and (listed or not follows[number - 1]):
            yield block
            block = []
        block.append(line)
        if listed:
            yield block
            block = []
    if block:
        yield block


def _width(block: Sequence[Line]) -> int:
    return max(end - start for start, end in block)


def _is_wrapped(text: str, block: Sequence[Line]) -> bool:
    """Whether a third of the lines go on in small letters, as those of lists never do."""
    full = [end - start for start, end in block[:-1]]
    if not full or max(full) > LONGEST or max(full) < SHORTEST:
        return False
    small = sum(text[start].islower() for start, _ in block[1:])
    return 3 * small >= len(full)


def _breaks_off(text: str, block: Sequence[Line], width: int) -> bool:
    """Whether the first line of a few is as wide as wrapped prose elsewhere, and no sentence."""
    start, end = block[0]
    is_full = width - SLACK <= end - start <= width
    return len(block) > 1 and is_full and not text[start:end].endswith(ENDS)


def _runs_on(line: str, following: str, width: int, *, is_first: bool) -> bool:
    """Whether a line of wrapped prose goes on in the next; the first of all is a headline."""
    if following[0].islower():
        return True
    if not line.endswith(ENDS):
        return not is_first and 2 * len(line) >= width
    return len(line) >= width - SLACK
