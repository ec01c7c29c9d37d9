"""Cells of the grid: how a value is shown, and how what a person types is read.

Values have the names and forms of corpus/GUIDE.md.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.review.values import gap_text, lap_time_text, speed_text
from polesitter.types import Mention, Result

Values = dict[str, Any]
"""Guide names -> values, for the names that a cell sets."""

STATUSES = ("classified", "disallowed", "no_time", "withdrawn", "dnq")
SPEED = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(mph|km/h|kph)?", re.IGNORECASE)
LAP_TIME = re.compile(r"(?:(\d{1,2})[:m'])?(\d{1,3}(?:\.\d{1,4})?)s?")
GAP = re.compile(r"([~+]?)\s*(\d{0,3}(?:\.\d{1,4})?)\s*s?")
PLACE = re.compile(r"P?(\d{1,3})(?:st|nd|rd|th)?", re.IGNORECASE)


def _words(text: str) -> Any:
    return " ".join(text.split())


def _number(text: str) -> Any:
    found = text.strip().removeprefix("#").removeprefix("No.").strip()
    return found if found.isalnum() else None


def _place(text: str) -> Any:
    match = PLACE.fullmatch(text.strip())
    return int(match[1]) if match and int(match[1]) > 0 else None


def _grid(text: str) -> Any:
    return "rear" if text.strip().casefold() == "rear" else _place(text)


def _lap_time(text: str) -> Any:
    match = LAP_TIME.fullmatch(text.strip())
    if match is None or (match[1] and float(match[2]) >= 60):
        return None
    return lap_time_text(60 * int(match[1] or 0) + float(match[2]))


def _status(text: str) -> Any:
    told = text.strip().casefold().replace(" ", "_")
    return told if told in STATUSES else None


def _date(text: str) -> Any:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its guide name, its heading, the label of mentions that can fill it.

    `column`: attribute of Result; `wanted`: what may be typed, in words.
    """

    name: str
    heading: str
    label: str
    column: str
    read: Callable[[str], Any]
    wanted: str


FIELDS: tuple[Field, ...] = (
    Field("class", "Class", "CLASS", "car_class", _words, "the name of a class"),
    Field("position", "Pos", "POSITION", "position", _place, "a place such as 3"),
    Field("grid", "Grid", "POSITION", "grid_position", _grid, "a place such as 15, or rear"),
    Field("driver", "Driver", "DRIVER", "driver", _words, "a name"),
    Field("team", "Team", "TEAM", "team", _words, "a name"),
    Field("car", "Car", "CAR", "car", _words, "make and model"),
    Field("number", "No.", "NUMBER", "car_number", _number, "a car number such as 08"),
    Field("speed", "Speed", "SPEED", "speed", _words, "a speed such as 113.575 mph or 182 km/h"),
    Field("lap_time", "Lap time", "LAPTIME", "lap_time_s", _lap_time, "a time such as 1:45.166"),
    Field("gap", "Gap", "GAP", "gap_s", _words, "seconds such as 0.803, or ~0.5 for about"),
    Field("gap_to", "Gap to", "DRIVER", "gap_to", _words, "leader, or a driver's name"),
    Field("segment", "Segment", "SEGMENT", "segment", _words, "a segment such as Q3"),
    Field("status", "Status", "", "status", _status, "one of " + ", ".join(STATUSES)),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

SESSION_FIELDS: tuple[Field, ...] = (
    Field("series", "Series", "SERIES", "series", _words, "a name"),
    Field("event", "Event", "EVENT", "event", _words, "a name"),
    Field("track", "Track", "TRACK", "track", _words, "a name"),
    Field("date", "Date", "DATE", "session_date", _date, "a day as 2024-01-25"),
)
SESSION_BY_NAME: Mapping[str, Field] = {field.name: field for field in SESSION_FIELDS}

DEFAULTS: Mapping[str, Any] = {"gap_approx": False, "status": "classified"}
"""What an empty cell holds where it is not null."""

RECORD = ("class", "position", "grid", "driver", "team", "car", "number", "speed", "speed_unit",
          "lap_time", "gap", "gap_to", "gap_approx", "segment", "status")  # fmt: skip
"""The names of a record, in the order in which corpus files have them."""


def blank() -> Values:
    """Return the record of a competitor of whom nothing is told."""
    return {name: DEFAULTS.get(name) for name in RECORD}


def record_of(result: Result) -> Values:
    """Return a result as a record of the guide."""
    values = blank() | {field.name: getattr(result, field.column) for field in FIELDS}
    values["grid"] = "rear" if result.starts_at_rear else result.grid_position
    values["speed_unit"] = result.speed_unit
    values["gap_approx"] = result.gap_approx
    if result.lap_time_s is not None:
        values["lap_time"] = lap_time_text(result.lap_time_s)
    return values


def shown(name: str, values: Mapping[str, Any]) -> str:
    """Return a cell's text; "" where it is empty."""
    value = values[name]
    if value is None or (name == "status" and value == "classified"):
        return ""
    if name == "speed":
        return speed_text(value, values["speed_unit"])
    if name == "gap":
        return gap_text(value, values["gap_approx"])
    return str(value)


def read_cell(field: Field, text: str) -> Values:
    """Return what a typed text sets; an empty one clears the cell.

    Raises PolesitterError (E754) where the text is no value of the field.
    """
    if field.name == "speed":
        return _read_speed(field, text)
    if field.name == "gap":
        return _read_gap(field, text)
    if not text.strip():
        return {field.name: DEFAULTS.get(field.name)}
    value = field.read(text)
    if value is None or value == "":
        raise _refused(field, text)
    return {field.name: value}


def cell_of(field: Field, mention: Mention) -> Values:
    """Return what a mention sets in a cell. Raises PolesitterError (E754) where it cannot."""
    value = mention.value
    if mention.label == "SPEED" and isinstance(value, float):
        return {"speed": value, "speed_unit": mention.unit}
    if mention.label in ("GAP", "LAPTIME") and isinstance(value, float):
        if field.name == "gap":
            return {"gap": value, "gap_approx": mention.approx}
        if field.name == "lap_time":
            return {"lap_time": lap_time_text(value)}
    if mention.label in ("NUMBER", "POSITION", "CLASS", "SEGMENT", "DATE") and value is not None:
        return read_cell(field, str(value))
    return read_cell(field, mention.text)


def _read_speed(field: Field, text: str) -> Values:
    if not text.strip():
        return {"speed": None, "speed_unit": None}
    match = SPEED.fullmatch(text.strip())
    if match is None:
        raise _refused(field, text)
    unit = (match[2] or "").casefold().replace("kph", "km/h")
    return {"speed": float(match[1]), "speed_unit": unit or None}


def _read_gap(field: Field, text: str) -> Values:
    if not text.strip():
        return {"gap": None, "gap_approx": False}
    match = GAP.fullmatch(text.strip())
    if match is None or not match[2].strip("."):
        raise _refused(field, text)
    return {"gap": float(match[2]), "gap_approx": match[1] == "~"}


def _refused(field: Field, text: str) -> PolesitterError:
    return PolesitterError(
        Errors.E754.format(text=text, field=field.heading.lower(), wanted=field.wanted)
    )
