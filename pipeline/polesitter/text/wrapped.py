"""Where hard-wrapped prose goes on: line breaks made for want of room, as in mail and wire copy.

Such a line had no room for the next word, and of the lines after it some begin in lower
case, as those of a table or a list hardly do. So a whole text is asked whether it is
wrapped, and then each of its breaks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.text.table_lines import has_columns, is_header

FULL_LINE: Final = 0.9
"""A line is full, and its break only a wrap, if with the next word it would pass
this share of the widest line."""

NARROWEST, WIDEST = 30, 130
"""Widths that texts are wrapped to, in code points."""

WIDE_LINES: Final = 10
"""Of this many lines of prose, one may be wider: an address, say, that cannot be broken."""

OVERLONG: Final = 20
"""Of this many lines, one may pass the width to which the others are wrapped."""

GOING_ON: Final = 8
"""Of this many full lines, one at least goes on in lower case."""

STOPS: Final = (".", "!", "?", ":", "…", '"', "”")
NUMBER_AHEAD: Final = re.compile(r"\bNos?\.$")
BULLET: Final = re.compile(r"[-*•·–—]\s")
ITEM: Final = re.compile(
    r"P?\d{1,3}(?:st|nd|rd|th)?(?:\s?[.):,/–—-])?(?:\s+(?=[A-Z#(\d])|\s*\|)|[A-Z]\w+ \d{1,3}:\s"
)


class Break(NamedTuple):
    """Two lines of prose, one right below the other; [start, end) the blanks between."""

    line: str
    following: str
    start: int
    end: int
    length: int
    """Where the upper line ends, its indent included."""
    indented: bool
    """Whether the line below begins further right."""
    listed: bool
    """Whether the line below is an item among items."""

    @property
    def goes_on(self) -> bool:
        """Whether the sentence cannot end here."""
        return self.following[0].islower() and not self.line.endswith(STOPS)

    def is_full(self, width: float) -> bool:
        """Whether the upper line had no room for the next word within `width`."""
        return is_full(self.length, self.following, width)


def is_full(length: int, following: str, width: float) -> bool:
    """Whether a line of `length` code points had no room for the next word within `width`."""
    return length + 1 + len(following.split(maxsplit=1)[0]) > width


def wraps(text: str) -> list[tuple[int, int]]:
    """Return the blanks at each line break that is none of the writer's: [start, end)."""
    lines = text.split("\n")
    if len(lines) < 2 or _is_wide(lines):
        return []
    breaks = list(_breaks(lines))
    width = _width(breaks)
    if width < NARROWEST:
        return []
    going_on = [one for one in breaks if one.goes_on]
    full = [one for one in breaks if _is_wrap(one, width)]
    wrapped = [one for one in going_on if one.is_full(FULL_LINE * width)]
    if not wrapped or GOING_ON * len(wrapped) < len(full) or 4 * len(wrapped) < 3 * len(going_on):
        return []
    return [(one.start, one.end) for one in full]


def flowing(text: str, breaks: Sequence[tuple[int, int]]) -> str:
    """Return a text with spaces at `breaks`, as of `wraps`; offsets stay."""
    pieces: list[str] = []
    position = 0
    for start, end in breaks:
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def _is_wide(lines: list[str]) -> bool:
    """Whether paragraphs stand on one line each."""
    lengths = [len(line) for line in lines]
    if max(lengths) <= WIDEST:
        return False
    wide = sum(length > WIDEST for length in lengths)
    return WIDE_LINES * wide > sum(length >= NARROWEST for length in lengths)


def _breaks(lines: list[str]) -> Iterator[Break]:
    """The breaks between lines that are none of a table."""
    items = [ITEM.match(line.strip()) is not None for line in (*lines, "")]
    at = 0
    for number, (above, below) in enumerate(pairwise(lines)):
        line, following = above.strip(), below.strip()
        at += len(above) + 1
        if line and following and not _is_of_table(line) and not _is_of_table(following):
            length = len(above.rstrip())
            indent = len(below) - len(below.lstrip())
            yield Break(
                line,
                following,
                start=at - 1 - len(above) + length,
                end=at + indent,
                length=length,
                indented=indent > length - len(line),
                listed=items[number + 1] and (items[number] or items[number + 2]),
            )


def _is_of_table(line: str) -> bool:
    return has_columns(line) or is_header(line)


def _width(breaks: list[Break]) -> int:
    """The width that most lines keep to."""
    lengths = sorted((one.length for one in breaks), reverse=True)
    return lengths[len(lengths) // OVERLONG] if lengths else 0


def _is_wrap(one: Break, width: int) -> bool:
    """Whether a break is a mere wrap, in a text wrapped to `width`."""
    if _begins_item(one) or (one.indented and not _is_item(one.line)):
        return False
    # The last line of a paragraph may be nearly full as well.
    ended = one.line.endswith(STOPS) and not one.following[0].islower()
    return one.is_full(width if ended else FULL_LINE * width)


def _begins_item(one: Break) -> bool:
    """Whether the line below is the next item of a list.

    Prose may be broken before a dash or a number, too: "Turn" and "1. Lee".
    """
    if one.listed:
        return True
    if ITEM.match(one.following):
        return one.line.endswith(STOPS) and not NUMBER_AHEAD.search(one.line)
    if BULLET.match(one.following):
        return one.line.endswith(STOPS) or BULLET.match(one.line) is not None
    return False


def _is_item(line: str) -> bool:
    return BULLET.match(line) is not None or ITEM.match(line) is not None
