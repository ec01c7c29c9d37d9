"""What the heading of a column says of the names below it: "| Pos | Driver | Team |".

A name alone in a row has no words around it that tell a driver from a team, and the heading
does. What it says of a name holds wherever the report has the name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.entities.candidate import Candidate
from polesitter.entities.worth import LEARNED

BREAKS: Final = (re.compile(r"\|"), re.compile(r"\t"), re.compile(r" / "), re.compile(r" {2,}"))
"""What may part the cells of a line; in each line the first of these that does."""
LONGEST_HEADING: Final = 3
"""Words of a line between the rows of a table ("Q3", "GTD Pro"), which does not end it."""
HEADINGS: Final = {
    **dict.fromkeys(("driver", "drivers", "pilot", "fahrer"), "DRIVER"),
    **dict.fromkeys(("team", "teams", "entrant", "entry", "équipe"), "TEAM"),
    **dict.fromkeys(
        ("car", "cars", "make", "maker", "manufacturer", "vehicle", "chassis", "model"), "CAR"
    ),
}
"""What a column may be headed, in small letters -> label of what stands in it."""
HEADED: Final = re.compile(rf"\b(?:{'|'.join(HEADINGS)}) *(?:[|/\t]|  |$)", re.I | re.M)
"""What the heading of such a column looks like."""
FEWEST: Final = 2
"""Cells that a line must have to be one of a table."""
TOLD: Final = frozenset(HEADINGS.values())


class Cell(NamedTuple):
    """Code points [start, end) of a cell without its blanks, and the label of its column."""

    start: int
    end: int
    label: str


def by_column(text: str, standing: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the label of their column, where they are all that a cell holds.

    Of a column of drivers, who may share a cell, all names. Names of a list stay what they
    are there. `standing`: by start, none overlapping.
    """
    cells = list(_cells(text)) if HEADED.search(text) else []
    if not cells:
        return list(standing)
    starts = [cell.start for cell in cells]
    told = {}
    for index, candidate in enumerate(standing):
        if candidate.rule == LEARNED and candidate.label in TOLD:
            at = bisect_right(starts, candidate.start_char) - 1
            if at >= 0 and _fills(candidate, cells[at]):
                told[index] = cells[at].label
    said = {_words(text, standing[index]): label for index, label in told.items()}
    return [
        candidate._replace(label=told.get(index) or said[_words(text, candidate)])
        if candidate.rule == LEARNED
        and candidate.label in TOLD
        and (index in told or _words(text, candidate) in said)
        else candidate
        for index, candidate in enumerate(standing)
    ]


def _words(text: str, candidate: Candidate) -> str:
    return text[candidate.start_char : candidate.end_char]


def _fills(candidate: Candidate, cell: Cell) -> bool:
    if cell.label == "DRIVER":
        return candidate.end_char <= cell.end
    return (candidate.start_char, candidate.end_char) == (cell.start, cell.end)


def _cells(text: str) -> Iterator[Cell]:
    """The cells of the columns whose heading says what they hold, in text order."""
    labels: list[str | None] = []
    start, rows = 0, 0
    for line in text.splitlines(keepends=True):
        cells = list(_split(line, start))
        start += len(line)
        if len(cells) < FEWEST:
            # The line of dashes below a heading is blank by now (polesitter.text.clean).
            if rows if line.isspace() else not _is_heading(line):
                labels = []
            continue
        headed = [HEADINGS.get(text[a:b].casefold()) for a, b in cells]
        if not labels:
            labels, rows = (headed if any(headed) else []), 0
        elif len(cells) == len(labels):
            rows += 1
            for (a, b), label in zip(cells, labels, strict=True):
                if label is not None and a < b:
                    yield Cell(a, b, label)


def _is_heading(line: str) -> bool:
    return len(line.split()) <= LONGEST_HEADING and not line.rstrip().endswith((":", "."))


def _split(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Bounds of the cells of a line that begins at code point `start`, without their blanks."""
    row = line.strip()
    breaks = next((found for one in BREAKS if (found := list(one.finditer(row)))), [])
    if not breaks:
        return
    at = start + line.index(row)
    edges = [match.span() for match in breaks]
    if edges[0][0] != 0:
        edges.insert(0, (0, 0))
    if edges[-1][1] != len(row):
        edges.append((len(row), len(row)))
    for (_, left), (right, _) in pairwise(edges):
        cell = row[left:right]
        begin = at + left + len(cell) - len(cell.lstrip())
        yield begin, begin + len(cell.strip())
