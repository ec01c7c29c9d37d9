"""The names of corpus/GUIDE.md, and the columns of the output tables they stand for."""

from collections.abc import Mapping
from typing import Any

from polesitter.records.related import KINDS as RELATED_KINDS

COLUMNS: dict[str, tuple[str, ...]] = {
    "class": ("car_class",),
    "position": ("position",),
    "grid": ("grid_position", "starts_at_rear"),
    "driver": ("driver",),
    "team": ("team",),
    "car": ("car",),
    "number": ("car_number",),
    "speed": ("speed",),
    "lap_time": ("lap_time_s",),
    "gap": ("gap_s",),
    "gap_to": ("gap_to",),
    "segment": ("segment",),
    "status": ("status",),
}
"""Field of a row -> the columns under which its evidence stands."""

FACT_COLUMNS = {
    "entries": "entries",
    "red_flags": "red_flags",
    "track_record": "track_record",
    "previous_holder": "record_holder",
    "previous_year": "record_year",
    "race_start": "race_start",
    "broadcaster": "broadcaster",
}
"""Further fact of a session -> its column in the sessions table."""

KINDS = {kind: meaning for meaning, kind in RELATED_KINDS.items()}
"""Kind of a relation -> the field it gives a value to."""

LABELS_OF: dict[str, tuple[str, ...]] = {
    "class": ("CLASS",),
    "position": ("POSITION",),
    "grid": ("POSITION",),
    "driver": ("DRIVER",),
    "team": ("TEAM",),
    "car": ("CAR",),
    "number": ("NUMBER",),
    "speed": ("SPEED",),
    "lap_time": ("LAPTIME",),
    "gap": ("GAP",),
    "gap_to": ("DRIVER",),
    "segment": ("SEGMENT",),
    "status": (),
}
"""Field of a row -> the labels of the mentions that can state it."""


def guide_row(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the results table in the names of the guide."""
    return {
        "class": cells["car_class"],
        "position": cells["position"],
        "grid": "rear" if cells["starts_at_rear"] else cells["grid_position"],
        "driver": cells["driver"],
        "team": cells["team"],
        "car": cells["car"],
        "number": cells["car_number"],
        "speed": cells["speed"],
        "speed_unit": cells["speed_unit"],
        "lap_time": cells["lap_time_s"],
        "gap": cells["gap_s"],
        "gap_to": cells["gap_to"],
        "segment": cells["segment"],
        "status": cells["status"],
    }


def guide_session(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Return the session columns of the reports table in the names of the guide."""
    day = cells["session_date"]
    names = ("series", "event", "track")
    return {"date": day.isoformat() if day else None, **{name: cells[name] for name in names}}
