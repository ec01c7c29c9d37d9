"""What share of the rows has each field, by series or by source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.told import Told
from polesitter.text.normal import normal

Of = Literal["series", "source"]
FIELDS = (
    "series", "event", "track", "session_date", "car_class", "position", "driver", "team", "car",
    "manufacturer", "car_number", "lap_time_s", "speed", "gap_s", "segment",
)  # fmt: skip
"""The columns whose coverage is counted: those a report may or may not tell."""
UNSTATED = "not stated"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares, in 0..1, of the `rows` that have each field; `confidence` is their mean."""

    name: str
    id: str
    reports: int
    rows: int
    confidence: float
    series: float
    event: float
    track: float
    session_date: float
    car_class: float
    position: float
    driver: float
    team: float
    car: float
    manufacturer: float
    car_number: float
    lap_time_s: float
    speed: float
    gap_s: float
    segment: float


def coverage(rows: Sequence[Told], of: Of, aliases: Aliases) -> list[Coverage]:
    """Return one Coverage per series, or per report (`of` "source"), most rows first."""
    groups: dict[str, list[Told]] = {}
    for row in rows:
        groups.setdefault(_key(row, of, aliases), []).append(row)
    return sorted((_coverage(key, of, own) for key, own in groups.items()), key=_order)


def _key(row: Told, of: Of, aliases: Aliases) -> str:
    if of == "source":
        return row.source
    return aliases.id_of("series", row.series) if row.series else ""


def _coverage(key: str, of: Of, rows: Sequence[Told]) -> Coverage:
    columns = dict(zip(Told._fields, zip(*rows, strict=True), strict=True))
    shares = [
        round(sum(value is not None for value in columns[name]) / len(rows), 4) for name in FIELDS
    ]
    spelled = [row.series for row in rows if row.series]
    name = max(sorted(set(spelled)), key=spelled.count) if spelled else UNSTATED
    return Coverage(
        key if of == "source" else name,
        key,
        len(set(columns["source"])),
        len(rows),
        round(sum(columns["confidence"]) / len(rows), 4),
        *shares,
    )


def _order(found: Coverage) -> tuple[int, str]:
    return (-found.rows, normal(found.name))
