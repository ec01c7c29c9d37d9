"""Results that are sure enough: doubtful cells emptied, rows without an outcome left out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from polesitter.types import ClassFacts, Result

OUTCOME = ("position", "grid_position", "lap_time_s", "speed", "gap_s")
TIED: Final = {
    "driver": ("driver_id",),
    "team": ("team_id",),
    "car": ("manufacturer",),
    "speed": ("speed_unit", "speed_kph"),
    "gap_s": ("gap_to", "gap_approx"),
}
"""Columns that mean nothing without another."""
EMPTY: Final[dict[str, Any]] = {
    "starts_at_rear": False,
    "gap_approx": False,
    "status": "classified",
}
"""What stands in a column that is never null."""


def sure_enough(results: Iterable[Result], floor: float) -> list[Result]:
    """The results with every cell emptied whose score is below `floor`, 0 to 1.

    The evidence of an emptied cell goes with it. A row without place, time, speed, gap
    or a status of its own is dropped, and so is one that names neither driver, number
    nor team. The others are numbered anew from 0.
    """
    if floor <= 0.0:
        return list(results)
    emptied = [_emptied(result, floor) for result in results]
    kept = [result for result in emptied if _has_outcome(result) and _is_somebody(result)]
    return [replace(result, result_id=number) for number, result in enumerate(kept)]


def still_on_pole(classes: Iterable[ClassFacts], results: Sequence[Result]) -> list[ClassFacts]:
    """The facts of each class, its pole driver emptied who has its first place no more.

    `results`: those that are sure enough. The evidence of an emptied pole driver goes with it.
    """
    poles = {(result.car_class, result.driver) for result in results if result.position == 1}
    return [
        facts if (facts.car_class, facts.pole_driver) in poles else _without_pole(facts)
        for facts in classes
    ]


def _without_pole(facts: ClassFacts) -> ClassFacts:
    evidence = tuple(one for one in facts.evidence if one.field != "pole_driver")
    return replace(facts, pole_driver=None, evidence=evidence)


def _emptied(result: Result, floor: float) -> Result:
    least: dict[str, float] = {}
    for one in result.evidence:
        least[one.field] = min(least.get(one.field, 1.0), one.score)
    gone = {field for field, score in least.items() if score < floor}
    for field, others in TIED.items():
        if field in gone:
            gone.update(others)
    empty: dict[str, Any] = {field: EMPTY.get(field) for field in sorted(gone)}
    evidence = tuple(one for one in result.evidence if one.field not in gone)
    return replace(result, evidence=evidence, **empty)


def _has_outcome(result: Result) -> bool:
    stated = any(getattr(result, name) is not None for name in OUTCOME)
    return stated or result.starts_at_rear or result.status != "classified"


def _is_somebody(result: Result) -> bool:
    return bool(result.driver or result.car_number or result.team)
