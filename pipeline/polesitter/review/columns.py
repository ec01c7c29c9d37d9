"""Which columns a grid has, and what they are called."""

from collections.abc import Iterable, Sequence

from polesitter.review.fields import FIELDS, ResultField, text_of
from polesitter.types import Result

TITLES = {
    "position": "Pos", "grid": "Grid", "driver": "Driver", "team": "Team", "car": "Car",
    "number": "No.", "speed": "Speed", "lap_time": "Lap", "gap": "Gap", "gap_to": "to",
    "segment": "Segm.", "status": "Status",
}  # fmt: skip
RIGHT = frozenset({"position", "grid", "number", "speed", "lap_time", "gap"})
"""Columns of figures, which are set to the right."""
ALWAYS = frozenset({"position", "driver"})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})


def columns_of(results: Sequence[Result]) -> list[ResultField]:
    """Return the fields worth a column: those that any of the rows fills."""
    return [field for field in FIELDS if field.name in TITLES and _is_used(field, results)]


def by_class(results: Iterable[Result]) -> dict[tuple[str | None, str | None], list[Result]]:
    """Return results by session name and class, each in the order given."""
    classes: dict[tuple[str | None, str | None], list[Result]] = {}
    for result in results:
        classes.setdefault((result.session_name, result.car_class), []).append(result)
    return classes


def short_name(name: str) -> str:
    """Return the last name, with its suffix: Carr Jr. of Bo Carr Jr."""
    words = name.split()
    if not words:
        return name
    return " ".join(words[-2:] if words[-1].strip(".") in SUFFIXES else words[-1:])


def _is_used(field: ResultField, results: Sequence[Result]) -> bool:
    if field.name in ALWAYS:
        return True
    if field.name == "gap_to":
        return any(result.gap_to not in (None, "leader") for result in results)
    return any(text_of(field, result) is not None for result in results)
