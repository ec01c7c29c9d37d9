"""Answers as tables in the terminal."""

from collections.abc import Sequence
from dataclasses import replace

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.console import Group as Stack
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from polesitter.analysis.answers.answer import Answer, Column, Group
from polesitter.review.terminal.grid import ABSENT
from polesitter.review.terminal.palette import HEADING, QUIET

NOTHING = "Nothing here answers that. Is the choice too narrow?"
NARROWEST = 12
"""A column of names is no narrower; rather a spare column is left out."""


def answer_view(answer: Answer, limit: int) -> RenderableType:
    """Return the tables of an answer, and how much is left.

    `limit`: of groups with headings, or of rows where there is one group without.
    """
    shown, left = _first(answer, limit)
    if not any(group.rows for group in shown):
        return Text(NOTHING)
    parts: list[RenderableType] = []
    for group in shown:
        parts.extend(_group(group, answer.columns))
    notes = list(answer.notes)
    if left:
        notes.append(f"{left:,} more; choose with --series, --event, --track, --year, --class, "
                     "or take all with --csv or --json")  # fmt: skip
    parts.extend(Text(note, QUIET) for note in notes)
    return Stack(*parts)


def _first(answer: Answer, limit: int) -> tuple[Sequence[Group], int]:
    if len(answer.groups) == 1 and not answer.groups[0].heading:
        rows = answer.groups[0].rows
        return [replace(answer.groups[0], rows=rows[:limit])], max(0, len(rows) - limit)
    return answer.groups[:limit], answer.left + max(0, len(answer.groups) - limit)


class FittedTable:
    """A table that fits: columns without a value are left out, then the sparest ones.

    An empty cell shows ABSENT, so that nobody takes the next column's value for its own.
    """

    def __init__(self, group: Group, columns: Sequence[Column]) -> None:
        self.cells = {column: [column.text(row) for row in group.rows] for column in columns}
        self.columns = [column for column in columns if any(self.cells[column])]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        columns, left_out = list(self.columns), []
        while self._narrowest(console, options, columns) > options.max_width:
            sparest = max(columns, key=_spareness)
            if not sparest.spare:
                break
            columns.remove(sparest)
            left_out.append(sparest.title)
        yield self._table(columns)
        if left_out:
            names = ", ".join(reversed(left_out))
            yield Text(f"no room for: {names}; --csv has all", QUIET)

    def _narrowest(
        self, console: Console, options: ConsoleOptions, columns: Sequence[Column]
    ) -> int:
        return Measurement.get(
            console, options.update(max_width=10_000), self._table(columns)
        ).minimum

    def _table(self, columns: Sequence[Column]) -> Table:
        table = Table(
            box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0),
            header_style=HEADING,
        )  # fmt: skip
        for column in columns:
            longest = max(len(cell or "") for cell in [*self.cells[column], column.title])
            table.add_column(
                column.title,
                justify="right" if column.right else "left",
                no_wrap=column.right,
                min_width=longest if column.right else min(longest, NARROWEST),
            )
        for row in zip(*(self.cells[column] for column in columns), strict=True):
            table.add_row(*(Text(cell or ABSENT) for cell in row))
        return table


def _group(group: Group, columns: Sequence[Column]) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if group.heading:
        parts.append(Text(group.heading, HEADING))
    if group.subheading:
        parts.append(Text(group.subheading, QUIET))
    return [*parts, FittedTable(group, columns), Text()]


def _spareness(column: Column) -> int:
    return column.spare
