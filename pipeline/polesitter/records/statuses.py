"""Statuses other than "classified": how they stand beside what else a row is told."""

from polesitter.records.flags import DROPPED
from polesitter.records.floors import FLOOR, PLACED, TIMED, UNPLACED
from polesitter.records.row import Row


def set_status(row: Row) -> None:
    """Give a row the status it is told, where that is likely enough beside its place and lap.

    A likely one takes away a place that is doubtful, and flags it; but who was disallowed has
    had one.
    """
    told = row.draft.best("status", _floor(row))
    if told is None:
        return
    row.fields["status"] = told
    place = row.fields.get("position")
    doubtful = place is not None and told.probability >= UNPLACED > place.probability
    if doubtful and told.value != "disallowed":
        del row.fields["position"]
        row.flags.append(DROPPED)


def _floor(row: Row) -> float:
    if "position" not in row.fields:
        return FLOOR["status"]
    return TIMED if "lap_time" in row.fields or "speed" in row.fields else PLACED
