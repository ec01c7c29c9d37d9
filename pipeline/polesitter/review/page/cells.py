"""The grid of a class as a page shows it: every cell with the spans that prove it."""

from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.records.extraction import Extraction
from polesitter.review.absence import Witness
from polesitter.review.columns import RIGHT, TITLES, by_class, columns_of
from polesitter.review.fields import FIELDS, ResultField, text_of
from polesitter.review.flagged import flag_name
from polesitter.review.page.spans import PageSpans
from polesitter.review.page.visible import visible
from polesitter.review.readings import Readings
from polesitter.review.values import percent_text
from polesitter.types import Evidence, Result

NAMES = {
    "class": "Class", "position": "Position", "grid": "Starting place", "driver": "Driver",
    "team": "Team", "car": "Car", "number": "Number", "speed": "Speed", "lap_time": "Lap time",
    "gap": "Gap", "gap_to": "Gap to", "segment": "Segment", "status": "Status",
}  # fmt: skip
QUIET_IF_EMPTY = frozenset({"grid", "gap_to", "status"})
"""Fields whose absence is the rule."""
CLASS_FIELD = FIELDS[0]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value and its proof: `spans` are numbers of PageSpan.

    `name`: the field in words; `why`: who read it and how surely, or why it is empty.
    """

    name: str
    text: str
    spans: tuple[int, ...]
    why: str
    is_empty: bool = False
    is_figure: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One competitor; `percent` is the confidence."""

    name: str
    cells: tuple[Cell, ...]
    percent: int
    sureness: str
    flags: tuple[str, ...]
    is_pole: bool


@dataclass(frozen=True, slots=True)
class GridOfClass:
    """One class: its name as a cell (None where there is but one), titles and rows."""

    title: Cell | None
    columns: tuple[tuple[str, str, bool], ...]
    rows: tuple[GridRow, ...]


def grids_of(extraction: Extraction, spans: PageSpans) -> list[GridOfClass]:
    """Return the grids of a report, in the order of its results."""
    setter = _Setter(extraction, spans)
    return [setter.grid(names, results) for names, results in by_class(extraction.results).items()]


def sureness(chance: float) -> str:
    """Return sure from 0.8, fair from 0.5, else unsure."""
    if chance >= 0.8:
        return "sure"
    return "fair" if chance >= 0.5 else "unsure"


def proof_text(items: Sequence[Evidence]) -> str:
    """Return who read a value and how surely: "link.team, 99%"."""
    told = (f"{item.rule}, {percent_text(item.score)}" for item in items)
    return "; ".join(dict.fromkeys(told))


class _Setter:
    def __init__(self, extraction: Extraction, spans: PageSpans) -> None:
        self.readings = Readings(extraction)
        self.spans = spans

    def grid(self, names: tuple[str | None, str | None], results: Sequence[Result]) -> GridOfClass:
        columns = columns_of(results)
        return GridOfClass(
            self._title(names, results),
            tuple((TITLES[one.name], NAMES[one.name], one.name in RIGHT) for one in columns),
            tuple(self._row(result, columns) for result in results),
        )

    def _title(
        self, names: tuple[str | None, str | None], results: Sequence[Result]
    ) -> Cell | None:
        told = " · ".join(name for name in names if name)
        if not told:
            return None
        items = [item for row in results for item in row.evidence if CLASS_FIELD.is_named(item)]
        return Cell("Class", visible(told), self._lit(items), proof_text(items), field="class")

    def _row(self, result: Result, columns: Sequence[ResultField]) -> GridRow:
        witness = Witness(self.readings, result)
        name = result.driver or result.car_number or result.team or f"row {result.result_id}"
        return GridRow(
            visible(name),
            tuple(self._cell(field, result, witness) for field in columns),
            int(percent_text(result.confidence).rstrip("%")),
            sureness(result.confidence),
            tuple(visible(flag_name(flag)) for flag in result.flags),
            result.position == 1,
        )

    def _cell(self, field: ResultField, result: Result, witness: Witness) -> Cell:
        told = text_of(field, result)
        figure = field.name in RIGHT
        if told is None:
            shown = "" if field.name in QUIET_IF_EMPTY else "–"
            why = "" if field.name in QUIET_IF_EMPTY else witness.why_empty(field)
            return Cell(NAMES[field.name], shown, (), visible(why), True, figure, field.name)
        items = [item for item in result.evidence if field.is_named(item)]
        return Cell(
            NAMES[field.name], visible(told.replace("_", " ") if field.name == "status" else told),
            self._lit(items), proof_text(items), False, figure, field.name,
        )  # fmt: skip

    def _lit(self, items: Sequence[Evidence]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.spans.at(item) for item in items))
