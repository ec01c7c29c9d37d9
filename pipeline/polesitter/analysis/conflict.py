"""Where reports of one session disagree, cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.alike import ALIKE
from polesitter.analysis.competitors import by_competitor
from polesitter.analysis.known_names import Names
from polesitter.analysis.sessions import SessionKeys
from polesitter.analysis.told import CELLS, Told
from polesitter.analysis.wanted import class_key


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two reports that tell a cell differently.

    `driver`: the competitor of the first report. `field`: the column. Where two reports
    give one place to two drivers whom no report has both, `field` is "driver".
    `other_…`: of the second report. The sentences are those that prove the values; null
    until polesitter.analysis.proofs fills them.
    """

    series: str | None
    event: str | None
    session_date: date | None
    session_name: str | None
    car_class: str | None
    driver: str | None
    field: str
    value: str
    other_value: str
    source: str
    other_source: str
    sentence: str | None
    other_sentence: str | None
    confidence: float
    other_confidence: float
    session: str
    result_id: int
    other_result_id: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, with what is compared and where it stands in the tables."""

    told: Told
    result_id: int
    team_id: str | None


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who is told to have a place, and all reports that tell of them."""

    row: Told
    sources: frozenset[str]


def conflicts(rows: Sequence[Told], numbers: Sequence[int], aliases: Aliases) -> list[Conflict]:
    """Return all conflicts, by session, then competitor.

    `numbers`: the `result_id` of each row. Only sessions told by several reports can have
    any. A field that one report does not tell is no conflict.
    """
    key = SessionKeys(aliases)
    sessions: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        sessions[key(row)].append(index)
    shared = {
        session: own for session, own in sessions.items() if _differ([rows[index] for index in own])
    }
    names = Names([rows[index] for own in shared.values() for index in own], aliases)
    found: list[Conflict] = []
    for session in sorted(shared):
        number = {id(rows[index]): numbers[index] for index in shared[session]}
        found.extend(_of_session(session, [rows[i] for i in shared[session]], number, names))
    return found


def _differ(rows: Iterable[Told]) -> bool:
    """Tell whether the reports of a session differ at all; one story is often printed twice."""
    cells: dict[str, set[Any]] = defaultdict(set)
    for row in rows:
        cells[row.source].add(row[CELLS])
    first, *others = cells.values()
    return any(other != first for other in others)


def _of_session(
    session: str, rows: Sequence[Told], number: dict[int, int], names: Names
) -> Iterator[Conflict]:
    def numbered(row: Told) -> _Row:
        return _Row(row, number[id(row)], names.team_id(row))

    holders: dict[tuple[Any, ...], list[_Holder]] = defaultdict(list)
    for group in by_competitor(rows, names):
        sources = frozenset(row.source for row in group)
        if len(sources) > 1 and any(row[CELLS] != group[0][CELLS] for row in group):
            yield from _of_competitor(session, [numbered(row) for row in group])
        for place, row in {_place_of(row): row for row in group if row.driver}.items():
            if place[-1] is not None:
                holders[place].append(_Holder(row, sources))
    for alone in holders.values():
        for one, other in combinations(alone, 2):
            if not one.sources & other.sources:
                yield _conflict(session, "driver", numbered(one.row), numbered(other.row))


def _place_of(row: Told) -> tuple[str | None, str | None, int | None]:
    return (row.session_name, row.car_class and class_key(row.car_class), row.position)


def _of_competitor(session: str, rows: Sequence[_Row]) -> Iterator[Conflict]:
    for field, alike in ALIKE.items():
        told = [row for row in rows if getattr(row.told, field) is not None]
        pairs: set[tuple[Any, Any]] = set()
        for one, other in _of_two_reports(told):
            values = (_value(one, field), _value(other, field))
            if values in pairs or not _is_comparable(one.told, other.told, field):
                continue
            if not alike(*values):
                # Each pair of values once, however many reports tell them.
                pairs.update({values, values[::-1]})
                yield _conflict(session, field, one, other)


def _of_two_reports(rows: Iterable[_Row]) -> Iterator[tuple[_Row, _Row]]:
    for one, other in combinations(rows, 2):
        if one.told.source != other.told.source:
            yield one, other


def _value(row: _Row, field: str) -> Any:
    return row.team_id if field == "team" else getattr(row.told, field)


def _is_comparable(one: Told, other: Told, field: str) -> bool:
    if field == "gap_s":
        return one.gap_to == other.gap_to and not one.gap_approx and not other.gap_approx
    if field == "speed":
        return one.speed_unit == other.speed_unit
    return True


def _conflict(session: str, field: str, one: _Row, other: _Row) -> Conflict:
    first, second = one.told, other.told
    return Conflict(
        first.series, first.event, first.session_date, first.session_name, first.car_class,
        first.driver or first.team, field, str(getattr(first, field)), str(getattr(second, field)),
        first.source, second.source, None, None, first.confidence, second.confidence,
        session, one.result_id, other.result_id,
    )  # fmt: skip
