"""From assembled rows to Results: units, names, and the words behind every field."""

from collections.abc import Mapping, Sequence
from typing import Final

from polesitter.records.calibration import Calibration
from polesitter.records.draft import Choice
from polesitter.records.evidence import Cited, Grounds
from polesitter.records.flags import flags_of
from polesitter.records.floors import OUTCOME
from polesitter.records.row import Row
from polesitter.references.cast import Cast
from polesitter.text.normal import normal
from polesitter.types import Evidence, Result

KPH_PER_MPH: Final = 1.609344


def results_of(
    rows: Sequence[Row], told: Grounds, calibration: Calibration | None = None
) -> list[Result]:
    """One Result per row, numbered from 0 in the order given; scores calibrated if need be."""
    names = {row.draft.competitor: driver_name(row, told.cast) or _team(row, told)[0]
             for row in rows}  # fmt: skip
    scale = calibration if calibration is not None and calibration.tables else None
    cited = Cited(told, scale)
    results = []
    for number, row in enumerate(rows):
        gap_to = _gap_to(row, names)
        evidence = tuple(cited.evidence(row, gap_to))
        confidence = scale.confidence(evidence) if scale else round(_confidence(row), 4)
        results.append(_result(number, row, told, gap_to, confidence, evidence))
    return results


def driver_name(row: Row, cast: Cast) -> str | None:
    """The driver, "A / B" for a crew, None for a car told without one."""
    named = [cast.driver_names[m] for m in row.draft.members if m in cast.driver_names]
    return " / ".join(named) or None


def _result(
    number: int,
    row: Row,
    told: Grounds,
    gap_to: str | None,
    confidence: float,
    evidence: tuple[Evidence, ...],
) -> Result:
    fields = row.fields
    position, grid = fields.get("position"), fields.get("grid")
    rear = grid is not None and grid.value == "rear"
    speed, unit, kph = _speed(fields.get("speed"), told)
    gap = fields.get("gap")
    team, team_id = _team(row, told)
    car = told.makes.singular(str(fields["car"].value)) if "car" in fields else None
    return Result(
        result_id=number,
        car_class=row.car_class,
        position=int(position.value) if position is not None else None,
        grid_position=int(grid.value) if grid is not None and not rear else None,
        starts_at_rear=rear,
        driver=driver_name(row, told.cast),
        driver_id=_driver_id(row, told),
        team=team,
        team_id=team_id,
        car=car,
        manufacturer=told.makes.of(car) if car is not None else None,
        car_number=_number(row, told),
        speed=speed,
        speed_unit=unit,
        speed_kph=kph,
        lap_time_s=_float(fields.get("lap_time")),
        gap_s=_float(gap),
        gap_to=gap_to,
        gap_approx=gap is not None and told.mentions[gap.claims[0].mention].approx,
        segment=str(fields["segment"].value) if "segment" in fields else None,
        status=str(fields["status"].value) if "status" in fields else "classified",
        confidence=confidence,
        flags=flags_of(row, told.mentions),
        evidence=evidence,
    )


def _gap_to(row: Row, names: Mapping[str, str | None]) -> str | None:
    """Give "leader" or the name of the one ahead, its team's where no driver is named."""
    if "gap" not in row.fields or row.gap_to is None:
        return None
    return "leader" if row.gap_to == "leader" else names.get(row.gap_to)


def _float(choice: Choice | None) -> float | None:
    return float(choice.value) if choice is not None else None


def _speed(choice: Choice | None, told: Grounds) -> tuple[float | None, str | None, float | None]:
    if choice is None:
        return None, None, None
    speed = float(choice.value)
    unit = told.mentions[choice.claims[0].mention].unit or "mph"
    kph = speed * KPH_PER_MPH if unit == "mph" else speed
    return speed, unit, round(kph, 3)


def _team(row: Row, told: Grounds) -> tuple[str | None, str | None]:
    entry = told.cast.entries.get(row.draft.competitor)
    if "team" in row.fields:
        name = str(row.fields["team"].value)
    elif entry is not None and entry[1] is not None:
        name = told.cast.team_names[entry[1]]
    else:
        return None, None
    return name, told.team_ids.get(name) or f"~{normal(name)}"


def _number(row: Row, told: Grounds) -> str | None:
    entry = told.cast.entries.get(row.draft.competitor)
    if entry is not None and entry[0] is not None:
        return entry[0]
    return str(row.fields["number"].value) if "number" in row.fields else None


def _driver_id(row: Row, told: Grounds) -> str | None:
    named = [told.cast.driver_names[m] for m in row.draft.members if m in told.cast.driver_names]
    ids = [told.driver_ids.get(name) or f"~{normal(name)}" for name in named]
    return " / ".join(ids) or None


def _confidence(row: Row) -> float:
    """The probability that all fields are right, taken as independent; of none, of the record."""
    told = any(name in row.fields for name in OUTCOME)
    product = 1.0 if told else row.draft.recorded or 0.0
    for choice in row.fields.values():
        product *= choice.probability
    return product
