"""The marks of Markdown, which no reader of the page sees: the words between them stay."""

import re
from collections.abc import Iterator
from typing import Final

LINE_MARKS: Final = re.compile(
    r"^#{1,6} +(?=\S)"
    r"|^(?:>[ \t]?)+"
    r"|^\|[ \t]+(?=[^\s|])|[ \t]*\|[ \t]*$"
    r"|^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?$",
    re.MULTILINE,
)
"""Of a heading, a quotation, and the frame of a table; the bars between its cells stay."""
LINK: Final = re.compile(
    r"!?\[([^\[\]\n]*)\]\([^()\s]*[/.#:][^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
    r"(?:\s+\"[^\"\n]*\")?\)"
)
"""A link, with its words; or a picture, of which nothing is read."""
EMPHASIS: Final = tuple(
    re.compile(rf"(?<![\w\\{mark}])({mark}{{1,3}})(?=[^\s{mark}])[^{mark}\n]*"
               rf"(?:\n[^{mark}\n]+)?(?<=\S)\1(?![\w{mark}])")
    for mark in (r"\*", "_")
)  # fmt: skip
"""Words in italics or bold; a star alone is that of a footnote or of a list."""


def markdown_marks(text: str) -> list[tuple[int, int]]:
    """Return the bounds of marks, in order; none overlaps another.

    Of marks within marks those within come first: ask again once they are gone.
    """
    found = [match.span() for match in LINE_MARKS.finditer(text)]
    if "](" in text:
        found += _of_links(text)
    if "*" in text or "_" in text:
        found += _of_emphasis(text)
    return list(_apart(sorted(found)))


def _of_links(text: str) -> Iterator[tuple[int, int]]:
    for match in LINK.finditer(text):
        if match[0].startswith("!"):
            yield match.span()
        else:
            yield match.start(), match.start(1)
            yield match.end(1), match.end()


def _of_emphasis(text: str) -> Iterator[tuple[int, int]]:
    for pattern in EMPHASIS:
        for match in pattern.finditer(text):
            yield match.span(1)
            yield match.end() - len(match[1]), match.end()


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leave out what begins within another: an address may hold underscores."""
    last = 0
    for start, end in spans:
        if start >= last and end > start:
            yield start, end
            last = end
