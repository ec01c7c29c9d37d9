"""Places that open the rows of a result list: "1. Name", "2 | 44 | Name", "P3  Name"."""

import re
from collections.abc import Iterator

from polesitter.types import Mention

_LINE = re.compile(
    r"^[ \t*|\u2022\u00b7-]*(?:\([^)\n]*\) *)?(?:Pos\.? )?((?:P)?(\d{1,2})(?:st|nd|rd|th)?)"
    r"(?!:\d\d\b)(?:[.):]|,(?= )|[ \t]*[|/\u2013\u2014-](?=[ \t])|\t|(?=[ ]))[ \t]*(?=[#A-Z\d"
    r"|(\u00c0-\u00de])",
    re.MULTILINE,
)
_INLINE = re.compile(
    r"(?:[:;,.\n\]]| [-\u2013\u2014])[ \t]*((\d{1,2}))[.)] "
    r"(?=[A-Z\u00c0-\u00de]|\(\d{1,3}\) [A-Z]|#?\d{1,3}[A-Za-z]{0,2}-[A-Z\u00c0-\u00de])"
)
_RUN = re.compile(r"[:;,\n][ \t]*((\d{1,2})),? (?=[A-Z\u00c0-\u00de])")
_SHORTEST_RUN = 3
"""Places in a row that make a list of bare figures: "1 Lee 1:25.803; 2 Ray +0.009; 3 Roe"."""
_LARGEST_STEP = 12
"""Lists of one make or class leave places out, but not this many in a row."""


def find_row_positions(text: str) -> Iterator[Mention]:
    """Yield the POSITION mentions that open rows of result lists, on lines or in a run of prose.

    Rows belong to one list while their places do not fall; a line on its own is a
    sentence that starts with a number and is left out. In a run of prose a class of
    one entry may stand alone ("Street Tuner: 1. Name").
    """
    seen: set[int] = set()
    for pattern in (_LINE, _INLINE):
        rows: list[re.Match[str]] = []
        for match in pattern.finditer(text):
            if match.start(1) in seen:
                continue
            if rows and not 0 <= int(match[2]) - int(rows[-1][2]) <= _LARGEST_STEP:
                yield from _list(text, rows, seen, alone=pattern is _INLINE)
                rows = []
            rows.append(match)
        yield from _list(text, rows, seen, alone=pattern is _INLINE)
    yield from _runs(text, seen)


def _runs(text: str, seen: set[int]) -> Iterator[Mention]:
    """The places of lists without a stop behind the figures, which count up one by one."""
    rows: list[re.Match[str]] = []
    for match in _RUN.finditer(text):
        if match.start(1) in seen:
            continue
        if rows and int(match[2]) != int(rows[-1][2]) + 1:
            if len(rows) >= _SHORTEST_RUN:
                yield from _list(text, rows, seen, alone=False)
            rows = []
        rows.append(match)
    if len(rows) >= _SHORTEST_RUN:
        yield from _list(text, rows, seen, alone=False)


def _list(
    text: str, rows: list[re.Match[str]], seen: set[int], *, alone: bool
) -> Iterator[Mention]:
    if len(rows) == 1 and not (alone and rows[0][2] == "1"):
        return
    for match in rows:
        start, end = match.span(1)
        seen.add(start)
        value = str(int(match[2]))
        yield Mention(
            start, end, text[start:end], "POSITION", value=value, rule="measure.position.row"
        )
