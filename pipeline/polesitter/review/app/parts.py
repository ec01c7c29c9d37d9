"""Cutting a very long text into parts that are read each by itself.

A correction then costs the stages of one part. Ordinary reports are one part, so that
they are read exactly as `extract` reads them.
"""

import re

WHOLE = 15_000
"""Code points up to which a text stays in one part, some 2,500 words."""

PART = 5_000
"""Code points after which a part of a longer text ends with its paragraph."""

PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*")
LINE_END = re.compile(r"\n\s*")

Bounds = tuple[int, int]


def cut(text: str) -> list[Bounds]:
    """Return the bounds of the parts, [start, end) in code points; together the whole text."""
    if len(text) <= WHOLE:
        return [(0, len(text))]
    parts: list[Bounds] = []
    start = 0
    while len(text) - start > PART * 3 // 2:
        end = _end_of_part(text, start + PART)
        if end is None:
            break
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def _end_of_part(text: str, after: int) -> int | None:
    """The first paragraph end after an offset, or line end where no paragraph ends soon."""
    for ending in (PARAGRAPH_END, LINE_END):
        found = ending.search(text, after, min(after + PART, len(text)))
        if found is not None and found.end() < len(text):
            return found.end()
    return None
