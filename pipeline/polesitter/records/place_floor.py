"""How probable a place must be to stand: more where a record hangs on it that is unlikely."""

from polesitter.entities.linear import chance_of
from polesitter.records.assign import logit
from polesitter.records.floors import FLOOR, OUTCOME
from polesitter.records.likely_rows import LEVEL
from polesitter.records.row import Row


def place_floor(row: Row) -> float:
    """How probable a position must be to be a row's.

    Who has no other outcome has no record without a place: so the less sure it is that
    somebody has a record, the surer a place must be.
    """
    floor, recorded = FLOOR["position"], row.draft.recorded
    if recorded is None or _has_other_outcome(row):
        return floor
    return max(floor, chance_of(logit(floor) + LEVEL - logit(recorded)))


def _has_other_outcome(row: Row) -> bool:
    return any(
        row.draft.best(meaning, FLOOR[meaning]) is not None
        for meaning in OUTCOME
        if meaning != "position"
    )
