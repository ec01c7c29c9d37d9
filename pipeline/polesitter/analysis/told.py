"""What one report tells of one competitor: the columns of `results` that are counted with."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple


class Told(NamedTuple):
    """One row of `results` without its evidence; docs/schema.md has the meanings.

    A tuple, not a dataclass: a dataset of 20,000 reports makes a quarter of a million.
    """

    source: str
    session_id: str | None
    series: str | None
    event: str | None
    track: str | None
    session_date: date | None
    session_name: str | None
    car_class: str | None
    position: int | None
    grid_position: int | None
    starts_at_rear: bool
    driver: str | None
    driver_id: str | None
    team: str | None
    team_id: str | None
    car: str | None
    manufacturer: str | None
    car_number: str | None
    speed: float | None
    speed_unit: str | None
    speed_kph: float | None
    lap_time_s: float | None
    gap_s: float | None
    gap_to: str | None
    gap_approx: bool
    segment: str | None
    status: str
    confidence: float


class Spelled(NamedTuple):
    """The names of a row, and where they stand."""

    source: str
    series: str | None
    driver: str | None
    driver_id: str | None
    team: str | None
    team_id: str | None


COLUMNS: tuple[str, ...] = Told._fields
"""The columns of `results` that make a Told, in order."""
CELLS = slice(COLUMNS.index("car_class"), COLUMNS.index("confidence"))
"""Those in which reports of one session may differ: from the class to the status."""


def told_rows(rows: Iterable[tuple[Any, ...]]) -> list[Told]:
    """Return rows of COLUMNS as Told, sorted by source; rows of one report keep their order."""
    made = [Told._make(row) for row in rows]
    made.sort(key=_source)
    return made


def _source(row: Told) -> str:
    return row.source
