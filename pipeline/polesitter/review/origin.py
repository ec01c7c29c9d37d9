"""Values that no words of their own prove: defaults, and what follows from another value."""

from dataclasses import dataclass

from polesitter.review.fields import FIELDS, ResultField
from polesitter.types import Result


@dataclass(frozen=True, slots=True)
class Derived:
    """A column of a result that follows from another field, or is as it is by default.

    `from_field`: the name of a ResultField, "" for a default; `how` in words; `empty`:
    why it is empty where it is.
    """

    column: str
    from_field: str
    how: str
    empty: str


DERIVED: tuple[Derived, ...] = (
    Derived("session_name", "", "the report tells of several sessions",
            "the report tells of one session"),
    Derived("driver_id", "driver", "the id of the driver's pattern, else the name in plain letters",
            "no driver is named"),
    Derived("team_id", "team", "the id of the team's pattern, else the name in plain letters",
            "no team is told"),
    Derived("manufacturer", "car", "the maker of the car, by patterns/lexicon/makes.jsonl",
            "no known maker in the car's name, or no car is told"),
    Derived("speed_unit", "speed", "the unit told with the speed, mph where none is",
            "no speed is told"),
    Derived("speed_kph", "speed", "the speed in km/h", "no speed is told"),
    Derived("gap_approx", "gap", "whether the gap is told in round words", ""),
    Derived("starts_at_rear", "grid", "only a start from the back would be told", ""),
    Derived("status", "status", "only what is not a normal classification would be told", ""),
)  # fmt: skip
"""Every column of Result that is no field of FIELDS, or whose default is a value."""


def told_value(derived: Derived, result: Result) -> str | None:
    """Return a derived value as text; yes or no for what is true or false."""
    value = getattr(result, derived.column)
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def field_named(name: str) -> ResultField | None:
    """Return the field of that name."""
    return next((field for field in FIELDS if field.name == name), None)
