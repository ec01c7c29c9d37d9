"""The grid of a class as a table that fits the terminal."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from polesitter.review.columns import RIGHT, TITLES, columns_of, short_name
from polesitter.review.fields import FIELDS, ResultField, text_of
from polesitter.review.terminal.palette import FAULT, HEADING, POLE, QUIET, confidence_style
from polesitter.review.values import percent_text
from polesitter.types import Result

ABSENT = "–"
BAR_CELLS = 4
EIGHTHS = " ▏▎▍▌▋▊▉█"
STACKS = (("driver", "status"), ("team", "car"), ("gap", "gap_to"), ("lap_time", "speed"))
"""Fields that may share a column, the upper line and the lower; the last only if it must be."""
ALIGNED = ("driver", "team", "car")
"""Columns that are as wide in each grid of a report as in the widest, where there is room."""
LEVELS = (0, len(STACKS) - 1, len(STACKS))
"""How many of STACKS are used, from the widest layout to the narrowest."""


class Grid:
    """The rows of one class, laid out as wide as there is room.

    Columns that no row fills are left out. Short of room the car goes below its team,
    the status below its driver, the gap's target below the gap, the speed below the
    lap, and the confidence loses its bar.
    """

    def __init__(self, results: Sequence[Result]) -> None:
        self.results = results
        self.columns = columns_of(results)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.table(fitting_level([self], console, options))

    def table(self, stacks: int = 0, widths: Mapping[str, int] | None = None) -> Table:
        """Return the table with so many of STACKS sharing columns.

        `widths`: the least width of columns, by field, in cells.
        """
        below = _below(self.columns, stacks)
        stacked = stacks > 0
        hidden = set(below.values())
        table = Table(
            box=box.SIMPLE_HEAD,
            show_edge=False,
            pad_edge=False,
            padding=(0, 1, 0, 0) if stacked else (0, 1),
            header_style=HEADING,
        )
        shown = [field for field in self.columns if field.name not in hidden]
        for field in shown:
            table.add_column(
                _title(field, below.get(field.name)),
                justify="right" if field.name in RIGHT else "left",
                no_wrap=field.name in RIGHT,
                overflow="fold",
                min_width=(widths or {}).get(field.name),
            )
        table.add_column("Conf.", justify="right", no_wrap=True)
        for result in self.results:
            cells = [_cell(field, result, below.get(field.name)) for field in shown]
            table.add_row(*cells, confidence(result.confidence, bar=not stacked))
        return table


class Grids:
    """The grids of a report under their titles, laid out alike so that columns stand in line."""

    def __init__(self, titled: Sequence[tuple[str, Sequence[Result]]]) -> None:
        self.titles = [title for title, _ in titled]
        self.grids = [Grid(results) for _, results in titled]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        stacks = fitting_level(self.grids, console, options)
        for title, grid in zip(self.titles, self.grids, strict=True):
            yield Text(f"\n{title}" if title else "", HEADING)
            for names in (ALIGNED, ALIGNED[:1], ()):
                table = grid.table(stacks, self._widths(names))
                if _fits(table, console, options):
                    break
            yield table

    def _widths(self, names: Sequence[str]) -> dict[str, int]:
        rows = [row for grid in self.grids for row in grid.results]
        return {
            field.name: max((cell_len(text_of(field, row) or "") for row in rows), default=0)
            for field in FIELDS
            if field.name in names
        }


def fitting_level(grids: Sequence[Grid], console: Console, options: ConsoleOptions) -> int:
    """Return how many of STACKS it takes for all grids to fit; the most if none is enough."""
    for stacks in LEVELS:
        if all(_fits(grid.table(stacks), console, options) for grid in grids):
            return stacks
    return LEVELS[-1]


def _fits(table: Table, console: Console, options: ConsoleOptions) -> bool:
    unlimited = options.update(max_width=10_000)
    return Measurement.get(console, unlimited, table).maximum <= options.max_width


def confidence(chance: float, *, bar: bool = True) -> Text:
    """Return a probability as a small bar and percent, coloured by how sure it is."""
    told = Text(style=confidence_style(chance))
    if bar:
        eighths = round(chance * BAR_CELLS * 8)
        blocks = [EIGHTHS[min(8, max(0, eighths - 8 * cell))] for cell in range(BAR_CELLS)]
        told.append("".join(blocks) + " ")
    told.append(percent_text(chance).rjust(4) if bar else percent_text(chance))
    return told


def _below(columns: Sequence[ResultField], stacks: int) -> dict[str, str]:
    names = {field.name for field in columns}
    return {upper: lower for upper, lower in STACKS[:stacks] if upper in names and lower in names}


def _title(field: ResultField, below: str | None) -> str:
    if below in ("car", "speed"):
        return f"{TITLES[field.name]}, {below}"
    return TITLES[field.name]


def _cell(field: ResultField, result: Result, below: str | None) -> Text:
    told = text_of(field, result)
    if told is None:
        cell = Text("" if field.name in ("status", "gap_to", "grid") else ABSENT, QUIET)
    else:
        cell = Text(told, _style(field, result))
    for other in FIELDS:
        if other.name == below and (second := text_of(other, result)) not in (None, "leader"):
            cell.append(f"\nto {short_name(second)}" if below == "gap_to" else f"\n{second}")
            cell.stylize(FAULT if below == "status" else QUIET, len(told or ABSENT))
    return cell


def _style(field: ResultField, result: Result) -> str:
    if field.name == "status":
        return FAULT
    if field.name in ("position", "driver") and result.position == 1:
        return POLE
    return "bold" if field.name == "driver" else ""
