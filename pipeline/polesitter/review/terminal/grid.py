"""The grid of a class as a table that fits the terminal."""

from collections.abc import Sequence

from rich import box
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
        unlimited = options.update(max_width=10_000)
        for stacks in LEVELS:
            table = self.table(stacks)
            if Measurement.get(console, unlimited, table).maximum <= options.max_width:
                break
        yield table

    def table(self, stacks: int = 0) -> Table:
        """Return the table with so many of STACKS sharing columns."""
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
            )
        table.add_column("Conf.", justify="right", no_wrap=True)
        for result in self.results:
            cells = [_cell(field, result, below.get(field.name)) for field in shown]
            table.add_row(*cells, confidence(result.confidence, bar=not stacked))
        return table


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
