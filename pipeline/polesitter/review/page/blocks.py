"""The text of a report as a page sets it: headings, paragraphs and tables."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from polesitter.review.page.pieces import Piece, cut
from polesitter.review.page.spans import PageSpan
from polesitter.text.layout import Passage, find_passages

Kind = Literal["headline", "heading", "prose", "table"]
CELL = re.compile(r"[^|\t]+")
RULING = re.compile(r"[\s|:=+-]*")
"""The line below the titles of a Markdown table: it draws, and says nothing."""
MARKUP = re.compile(r"#+ ")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, cell by cell; the first of many may be titles."""

    cells: tuple[tuple[Piece, ...], ...]
    is_header: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One heading or paragraph (`pieces`) or one table (`rows`)."""

    kind: Kind
    pieces: tuple[Piece, ...] = ()
    rows: tuple[Row, ...] = ()


def blocks_of(text: str, spans: Sequence[PageSpan]) -> list[Block]:
    """Set a text; nothing but blanks, rulings and the marks of headings is left out."""
    setter = _Setter(text, spans)
    stretches = list(_stretches(text, find_passages(text)))
    blocks: list[Block] = []
    for kind, group in groupby(stretches, key=_kind):
        if kind != "table":
            blocks += [setter.paragraph(kind, start, end) for _, start, end in group]
            continue
        rows = [setter.row(start, end, told == "header") for told, start, end in group]
        blocks.append(Block("table", rows=tuple(rows)))
    return blocks


class _Setter:
    def __init__(self, text: str, spans: Sequence[PageSpan]) -> None:
        self.text = text
        self.spans = spans
        self.starts = [span.start for span in spans]
        self.longest = max((span.end - span.start for span in spans), default=0)

    def paragraph(self, kind: Kind, start: int, end: int) -> Block:
        markup = MARKUP.match(self.text, start, end) if kind != "prose" else None
        return Block(kind, self._cut(markup.end() if markup else start, end))

    def row(self, start: int, end: int, is_header: bool) -> Row:
        bounds = [match.span() for match in CELL.finditer(self.text, start, end)]
        cells = [self._cut(*self._trimmed(*bound)) for bound in bounds]
        return Row(tuple(cells), is_header)

    def _cut(self, start: int, end: int) -> tuple[Piece, ...]:
        # Only spans that may reach in: a long report has thousands.
        first = bisect_left(self.starts, start - self.longest)
        last = bisect_left(self.starts, end)
        return tuple(cut(self.text, start, end, self.spans[first:last]))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self.text[start:end]
        if not words.strip():
            return start, start
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _stretches(text: str, passages: Iterable[Passage]) -> Iterator[tuple[str, int, int]]:
    """Yield kind and bounds of each line; sentences of a paragraph come as one."""
    at = 0
    for (_, is_row), group in groupby(passages, key=_line):
        found = list(group)
        lines = [(one.start, one.end) for one in found] if is_row else []
        lines = lines or [(found[0].start, found[-1].end)]
        for start, end in lines:
            yield from _between(text, at, start)
            if not RULING.fullmatch(text, start, end):
                yield found[0].kind, start, end
            at = end
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Whatever stands between two passages, if it is not blank."""
    words = text[start:end]
    if words.strip() and not RULING.fullmatch(words):
        lead = len(words) - len(words.lstrip())
        yield "prose", start + lead, start + len(words.rstrip())


def _line(passage: Passage) -> tuple[int, bool]:
    return passage.paragraph, passage.kind in ("row", "header")


def _kind(stretch: tuple[str, int, int]) -> Kind:
    kinds: dict[str, Kind] = {
        "headline": "headline", "heading": "heading", "row": "table", "header": "table",
    }  # fmt: skip
    return kinds.get(stretch[0], "prose")
