"""Statuses other than "classified": the surer the rest of a row, the surer one must be."""

from polesitter.records.floors import FLOOR, PLACED, TIMED
from polesitter.records.row import Row


def set_status(row: Row) -> None:
    """Give a row the status it is told, where that is likely enough beside its place and lap."""
    told = row.draft.best("status", _floor(row))
    if told is not None:
        row.fields["status"] = told


def _floor(row: Row) -> float:
    if "position" not in row.fields:
        return FLOOR["status"]
    return TIMED if "lap_time" in row.fields or "speed" in row.fields else PLACED
