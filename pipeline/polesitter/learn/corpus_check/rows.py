"""The JSON of one report: keys and their order, kinds of values, one row per competitor."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from polesitter.learn.scoring.same import norm

TOP_KEYS = ("id", "session", "records")
SESSION_KEYS = ("date", "series", "event", "track")
ROW_KEYS = (
    "class", "position", "grid", "driver", "team", "car", "number", "speed", "speed_unit",
    "lap_time", "gap", "gap_to", "gap_approx", "segment", "status",
)  # fmt: skip
STATUSES = ("classified", "disallowed", "no_time", "withdrawn", "dnq")
TEXTS = ("class", "driver", "team", "car", "gap_to", "segment")
NUMBER = re.compile(r"\d+[A-Za-z]?")
LAP_TIME = re.compile(r"(?:\d+:)?(?:\d{1,2}:\d{2}|\d{1,3})(?:\.\d+)?")
DATE = re.compile(r"\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])")


def check_record(record: Any, stem: str) -> Iterator[str]:
    """Yield what is wrong with the JSON of a report whose files are called `stem`."""
    if not isinstance(record, dict):
        yield "the file holds no object in braces"
        return
    yield from _keys(record, TOP_KEYS, "the file")
    if record.get("id") != stem:
        yield f"id is {record.get('id')!r}, but the file is called {stem}"
    session, rows = record.get("session"), record.get("records")
    if isinstance(session, dict):
        yield from _keys(session, SESSION_KEYS, "session")
        yield from _session(session)
    else:
        yield "session is no object in braces"
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield "records is no list of objects"
        return
    for number, row in enumerate(rows, start=1):
        yield from (f"row {number}: {problem}" for problem in _row(row))
    yield from _doubles(rows)


def _keys(value: Mapping[str, Any], wanted: tuple[str, ...], what: str) -> Iterator[str]:
    missing = [key for key in wanted if key not in value]
    unknown = [key for key in value if key not in wanted]
    if missing:
        yield f"{what} lacks {', '.join(missing)}"
    if unknown:
        yield f"{what} has {', '.join(unknown)}, which the guide does not know"
    if not missing and not unknown and tuple(value) != wanted:
        yield f"the keys of {what} stand in another order than in the guide"


def _session(session: Mapping[str, Any]) -> Iterator[str]:
    for name in SESSION_KEYS:
        value = session.get(name)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            yield f"session: {name} is {value!r}, neither words nor null"
        elif name == "date" and value is not None and not DATE.fullmatch(value):
            yield f"session: date is {value!r}, not YYYY-MM-DD"


def _row(row: Mapping[str, Any]) -> Iterator[str]:
    yield from _keys(row, ROW_KEYS, "it")
    for name in TEXTS:
        value = row.get(name)
        if value is not None and (
            not isinstance(value, str) or value != value.strip() or not value
        ):
            yield f"{name} is {value!r}, neither words nor null"
    for name, wanted, fits in _VALUES:
        value = row.get(name)
        if value is not None and not fits(value):
            yield f"{name} is {value!r}, not {wanted}"
    if row.get("status") not in STATUSES:
        yield f"status is {row.get('status')!r}, none of {', '.join(STATUSES)}"
    if not isinstance(row.get("gap_approx"), bool):
        yield f"gap_approx is {row.get('gap_approx')!r}, neither true nor false"
    for name, needed in (("gap_to", "gap"), ("speed_unit", "speed")):
        if row.get(name) is not None and row.get(needed) is None:
            yield f"{name} is given without {needed}"
    if all(row.get(name) is None for name in ("driver", "team", "number", "car")):
        yield "it names no competitor"


def _place(value: Any) -> bool:
    return type(value) is int and value > 0


def _grid(value: Any) -> bool:
    return value == "rear" or _place(value)


def _amount(value: Any) -> bool:
    return type(value) in (int, float) and value > 0


def _number(value: Any) -> bool:
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None


def _unit(value: Any) -> bool:
    return value in ("mph", "km/h")


def _lap_time(value: Any) -> bool:
    return isinstance(value, str) and LAP_TIME.fullmatch(value) is not None


_VALUES = (
    ("position", "a place from 1", _place),
    ("grid", 'a place from 1 or "rear"', _grid),
    ("number", "a string of digits", _number),
    ("speed", "a positive number", _amount),
    ("speed_unit", '"mph" or "km/h"', _unit),
    ("lap_time", "M:SS.mmm or SS.mmm", _lap_time),
    ("gap", "a positive number", _amount),
)


def _doubles(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Two rows of one driver in one class, or two drivers in one place of a class."""
    for name in ("driver", "position"):
        first: dict[tuple[str, str], int] = {}
        for number, row in enumerate(rows, start=1):
            value = row.get(name)
            if value is None:
                continue
            key = norm(str(row.get("class") or "")), norm(str(value))
            earlier = first.setdefault(key, number)
            if earlier != number:
                yield f"row {number}: {name} {value!r} is that of row {earlier}, in the same class"
