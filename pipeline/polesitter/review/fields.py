"""The fields of a result, in the order in which people read them."""

from dataclasses import dataclass

from polesitter.review.values import gap_text, grid_text, lap_time_text, speed_text
from polesitter.types import Evidence, Result


@dataclass(frozen=True, slots=True)
class ResultField:
    """One field: its name in corpus/GUIDE.md and what stands behind it.

    `column`: attribute of Result. `label`: the label of mentions that can state it.
    `kinds`: the relations that can give it.
    """

    name: str
    column: str
    label: str
    kinds: tuple[str, ...]

    def is_named(self, item: Evidence) -> bool:
        """Tell whether a piece of evidence speaks of this field."""
        if self.name == "grid" and item.field == "starts_at_rear":
            return True
        return item.field in (self.name, self.column)


FIELDS: tuple[ResultField, ...] = (
    ResultField("class", "car_class", "CLASS", ("in_class",)),
    ResultField("position", "position", "POSITION", ("qualified",)),
    ResultField("grid", "grid_position", "POSITION", ("grid",)),
    ResultField("driver", "driver", "DRIVER", ()),
    ResultField("team", "team", "TEAM", ("drives_for",)),
    ResultField("car", "car", "CAR", ("drives",)),
    ResultField("number", "car_number", "NUMBER", ("has_number",)),
    ResultField("speed", "speed", "SPEED", ("lap_speed",)),
    ResultField("lap_time", "lap_time_s", "LAPTIME", ("lap_time",)),
    ResultField("gap", "gap_s", "GAP", ("gap",)),
    ResultField("gap_to", "gap_to", "DRIVER", ()),
    ResultField("segment", "segment", "SEGMENT", ("segment_reached",)),
    ResultField("status", "status", "STATUS", ("status",)),
)


def text_of(field: ResultField, result: Result) -> str | None:
    """Return a field's value as people write it; None where it is not stated.

    "classified" and a starting place that equals the rank are nothing stated.
    """
    if field.name == "grid":
        return grid_text(result.grid_position, result.starts_at_rear)
    value = getattr(result, field.column)
    if value is None or (field.name == "status" and value == "classified"):
        return None
    if field.name == "speed":
        return speed_text(value, result.speed_unit)
    if field.name == "lap_time":
        return lap_time_text(value)
    if field.name == "gap":
        return gap_text(value, result.gap_approx)
    return str(value)
