"""Grids: the rows of all reports of a session made one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from polesitter.analysis.competitors import by_competitor
from polesitter.analysis.gap_to_pole import fill_gaps
from polesitter.analysis.known_names import CREW, Names
from polesitter.analysis.place import Place
from polesitter.analysis.sessions import SessionKeys, session_order
from polesitter.analysis.told import CELLS, Told
from polesitter.analysis.wanted import Wanted, class_key

LAST = 10_000
"""Sorts behind every place."""


def grids(rows: Sequence[Told], wanted: Wanted, names: Names | None = None) -> list[list[Place]]:
    """Return one grid per session and class, by day, then series; places in order.

    A cell that reports tell differently has the value most of them tell; of values told
    equally often, the one of the surest row. `names`: of more rows than these, where
    others are to settle the spelling.
    """
    names = names or Names(rows, wanted.aliases)
    key = SessionKeys(wanted.aliases)
    sessions: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        sessions[key(row)].append(row)
    made: list[list[Place]] = []
    for session, told in sessions.items():
        for places in _by_class(_places(session, told, names)):
            if wanted.has_class(places[0].car_class):
                places.sort(key=_order)
                _mark_shared(places)
                fill_gaps(places)
                made.append(places)
    return sorted(made, key=_day)


def _places(session: str, rows: Sequence[Told], names: Names) -> list[Place]:
    facts = _session_facts(rows)
    return [_place(session, facts, told, names) for told in by_competitor(rows, names)]


@dataclass(frozen=True, slots=True)
class _Facts:
    series: str | None
    event: str | None
    track: str | None
    session_date: date | None


def _session_facts(rows: Sequence[Told]) -> _Facts:
    """Series, event, track and day of a session; the day is one, the names may differ."""
    first = rows[0]
    if first.source == rows[-1].source:
        return _Facts(first.series, first.event, first.track, first.session_date)
    return _Facts(
        _commonest([row.series for row in rows]),
        _commonest([row.event for row in rows]),
        _commonest([row.track for row in rows]),
        rows[0].session_date,
    )


def _place(session: str, facts: _Facts, rows: Sequence[Told], names: Names) -> Place:
    cells, disputed = (rows[0], False) if len(rows) == 1 else _agreed(rows)
    # The most complete crew names the row.
    drivers = names.driver_ids(max(rows, key=_crew_size))
    team = names.team_id(cells)
    likeness = any(names.by_likeness(row) for row in rows)
    sources = len({row.source for row in rows}) if len(rows) > 1 else 1
    return Place(
        facts.series, facts.event, facts.track, facts.session_date, cells.session_name,
        cells.car_class, cells.position, cells.grid_position, cells.starts_at_rear,
        CREW.join(names.drivers.name(one).spelling for one in drivers) or None,
        CREW.join(drivers) or None, names.teams.name(team).spelling if team else None, team,
        cells.car, cells.manufacturer, cells.car_number, cells.lap_time_s, cells.speed,
        cells.speed_unit, cells.speed_kph, cells.gap_s, cells.gap_to, cells.gap_approx,
        None, None, None, False, cells.segment, cells.status, cells.confidence, session,
        sources, disputed, likeness,
    )  # fmt: skip


def _crew_size(row: Told) -> int:
    return row.driver.count(CREW) if row.driver else -1


TOGETHER = (
    ("speed", "speed_unit", "speed_kph"),
    ("gap_s", "gap_to", "gap_approx"),
    ("team", "team_id"),
    ("car", "manufacturer"),
    ("driver", "driver_id"),
)
"""Columns that say one thing together: values of one row, never mixed."""
ALONE = ("car_class", "position", "grid_position", "car_number", "lap_time_s", "segment")
DISPUTED = frozenset({"position", "grid_position", "car_number", "lap_time_s", "speed", "status"})


def _agreed(rows: Sequence[Told]) -> tuple[Told, bool]:
    """One row of what several tell, and whether they differ."""
    surest = max(rows, key=_confidence)
    if all(row[CELLS] == surest[CELLS] for row in rows):
        return surest, False
    chosen: dict[str, Any] = {"starts_at_rear": any(row.starts_at_rear for row in rows)}
    # To be classified is the rule; what departs from it is told by who knows it.
    unusual = [row.status for row in rows if row.status != "classified"]
    chosen["status"] = Counter(unusual).most_common(1)[0][0] if unusual else "classified"
    disputed = False
    for group in (*TOGETHER, *((name,) for name in ALONE)):
        values = [
            tuple(getattr(row, name) for name in group)
            for row in sorted(rows, key=_confidence, reverse=True)
            if getattr(row, group[0]) is not None
        ]
        if values:
            counted = Counter(values)
            best = max(counted, key=counted.__getitem__)
            chosen.update(zip(group, best, strict=True))
            disputed |= group[0] in DISPUTED and len({value[0] for value in values}) > 1
    return surest._replace(**chosen), disputed


def _confidence(row: Told) -> float:
    return row.confidence


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _by_class(places: Iterable[Place]) -> list[list[Place]]:
    classes: dict[tuple[str | None, str | None], list[Place]] = defaultdict(list)
    for place in places:
        told = class_key(place.car_class) if place.car_class else None
        classes[place.session_name, told].append(place)
    return list(classes.values())


def _mark_shared(places: Sequence[Place]) -> None:
    """Mark as disputed who shares a place; `places` in order."""
    for one, other in pairwise(places):
        if one.position is not None and one.position == other.position:
            one.disputed = other.disputed = True


def _order(place: Place) -> tuple[int, int, float]:
    """Places, then starting places, then the rest; who shares a place by who tells it."""
    stated = place.position if place.position is not None else LAST
    start = place.grid_position if place.grid_position is not None else LAST
    return (stated, -place.reports if stated < LAST else start, -place.confidence)


def _day(places: Sequence[Place]) -> tuple[tuple[str, str, str], str, str]:
    first = places[0]
    order = session_order(first.session_date, first.series, first.session)
    return (order, first.session_name or "", first.car_class or "")
