"""From assembled rows to Results: units, names, and the words behind every field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polesitter.records.draft import Choice
from polesitter.records.flags import flags_of
from polesitter.records.floors import OUTCOME
from polesitter.records.makes import Makes
from polesitter.records.row import Row
from polesitter.references.cast import Cast
from polesitter.text.normal import normal
from polesitter.types import Evidence, Mention, Result

KPH_PER_MPH = 1.609344
FIELD = {"grid": "grid_position", "class": "car_class", "number": "car_number",
         "lap_time": "lap_time_s", "gap": "gap_s"}  # fmt: skip
"""Columns that do not bear the name of their meaning."""


@dataclass(frozen=True, slots=True)
class Told:
    """What results are written from: the text, its mentions (cues after them), who is who."""

    text: str
    mentions: Sequence[Mention]
    heads: Mapping[int, str]
    cast: Cast
    makes: Makes
    team_ids: Mapping[str, str]
    driver_ids: Mapping[str, str]


def results_of(rows: Sequence[Row], told: Told) -> list[Result]:
    """One Result per row, numbered from 0 in the order given."""
    names = {row.draft.competitor: driver_name(row, told.cast) or _team(row, told)[0]
             for row in rows}  # fmt: skip
    return [_result(number, row, told, names) for number, row in enumerate(rows)]


def driver_name(row: Row, cast: Cast) -> str | None:
    """The driver, "A / B" for a crew, None for a car told without one."""
    named = [cast.driver_names[m] for m in row.draft.members if m in cast.driver_names]
    return " / ".join(named) or None


def _result(number: int, row: Row, told: Told, names: Mapping[str, str | None]) -> Result:
    fields = row.fields
    position, grid = fields.get("position"), fields.get("grid")
    rear = grid is not None and grid.value == "rear"
    speed, unit, kph = _speed(fields.get("speed"), told)
    gap = fields.get("gap")
    team, team_id = _team(row, told)
    car = told.makes.singular(str(fields["car"].value)) if "car" in fields else None
    gap_to = _gap_to(row, names)
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
        confidence=round(_confidence(row), 4),
        flags=flags_of(row, told.mentions),
        evidence=tuple(_evidence(row, gap_to, told)),
    )


def _gap_to(row: Row, names: Mapping[str, str | None]) -> str | None:
    """Give "leader" or the name of the one ahead, its team's where no driver is named."""
    if "gap" not in row.fields or row.gap_to is None:
        return None
    return "leader" if row.gap_to == "leader" else names.get(row.gap_to)


def _float(choice: Choice | None) -> float | None:
    return float(choice.value) if choice is not None else None


def _speed(choice: Choice | None, told: Told) -> tuple[float | None, str | None, float | None]:
    if choice is None:
        return None, None, None
    speed = float(choice.value)
    unit = told.mentions[choice.claims[0].mention].unit or "mph"
    kph = speed * KPH_PER_MPH if unit == "mph" else speed
    return speed, unit, round(kph, 3)


def _team(row: Row, told: Told) -> tuple[str | None, str | None]:
    entry = told.cast.entries.get(row.draft.competitor)
    if "team" in row.fields:
        name = str(row.fields["team"].value)
    elif entry is not None and entry[1] is not None:
        name = told.cast.team_names[entry[1]]
    else:
        return None, None
    return name, told.team_ids.get(name) or f"~{normal(name)}"


def _number(row: Row, told: Told) -> str | None:
    entry = told.cast.entries.get(row.draft.competitor)
    if entry is not None and entry[0] is not None:
        return entry[0]
    return str(row.fields["number"].value) if "number" in row.fields else None


def _driver_id(row: Row, told: Told) -> str | None:
    named = [told.cast.driver_names[m] for m in row.draft.members if m in told.cast.driver_names]
    ids = [told.driver_ids.get(name) or f"~{normal(name)}" for name in named]
    return " / ".join(ids) or None


def _confidence(row: Row) -> float:
    """The probability that all fields are right, taken as independent."""
    product = 1.0
    for choice in row.fields.values():
        product *= choice.probability
    return product


def _evidence(row: Row, gap_to: str | None, told: Told) -> list[Evidence]:
    sure = max((row.fields[name].probability for name in OUTCOME if name in row.fields), default=0)
    found = [_named(who, sure, told) for who in row.draft.members if who in told.cast.driver_names]
    entry = told.cast.entries.get(row.draft.competitor)
    if entry is not None:
        found.extend(_entry_evidence(row, told, entry))
    for name, choice in row.fields.items():
        if choice.claims:
            found.extend(_field_evidence(name, choice, told))
    if gap_to is not None:
        found.append(_gap_to_evidence(row, told))
    return found


def _named(competitor: str, sure: float, told: Told) -> Evidence:
    """The mention that spells the driver's name in full, as sure as the best told outcome."""
    name = told.cast.driver_names[competitor]
    own = [index for index, who in told.heads.items() if who == competitor]
    index = next((i for i in own if told.mentions[i].text == name), own[0])
    return _cite("driver", index, "reference.driver", sure, told)


def _entry_evidence(row: Row, told: Told, entry: tuple[str | None, str | None]) -> list[Evidence]:
    number, team = entry
    cited = []
    for index, mention in enumerate(told.mentions):
        if number is not None and mention.label == "NUMBER" and str(mention.value) == number:
            cited.append(_cite("car_number", index, "reference.entry", 1.0, told))
            number = None
        spelled = team is not None and mention.text == told.cast.team_names[team]
        if spelled and "team" not in row.fields and told.cast.team_of.get(index) == team:
            cited.append(_cite("team", index, "reference.entry", 1.0, told))
            team = None
    return cited


def _field_evidence(name: str, choice: Choice, told: Told) -> list[Evidence]:
    claim = choice.claims[0]
    rule = getattr(claim, "rule", "") or f"link.{name}"
    field = "starts_at_rear" if choice.value == "rear" else FIELD.get(name, name)
    index = claim.mention
    if name == "team":
        full = [i for i, m in enumerate(told.mentions)
                if m.label == "TEAM" and m.text == choice.value]  # fmt: skip
        index = full[0] if full else index
    cited = [_cite(field, index, rule, choice.probability, told)]
    if rule.startswith(("order.", "relative.")):
        # A place counted on in a list is proved by the stated anchor and by the driver.
        cited.append(_cite(field, claim.head, rule, choice.probability, told))
    if name == "speed":
        cited.append(_cite("speed_unit", index, rule, choice.probability, told))
    if name == "gap" and told.mentions[index].approx:
        cited.append(_cite("gap_approx", index, rule, choice.probability, told))
    return cited


def _gap_to_evidence(row: Row, told: Told) -> Evidence:
    gap = row.fields["gap"]
    return _cite("gap_to", row.gap_mention if row.gap_mention is not None
                 else gap.claims[0].mention, "link.target", gap.probability, told)  # fmt: skip


def _cite(field: str, index: int, rule: str, score: float, told: Told) -> Evidence:
    mention = told.mentions[index]
    return Evidence(
        field, mention.start, mention.end, told.text[mention.start : mention.end], rule,
        round(score, 4),
    )  # fmt: skip
