"""How probable a place must be to stand: less where a record hangs on it that is likely."""

from typing import Final

from polesitter.entities.linear import chance_of
from polesitter.records.assign import logit
from polesitter.records.floors import FLOOR, OUTCOME
from polesitter.records.likely_rows import LEVEL
from polesitter.records.row import Row

LEAST: Final = 0.05
"""No place stands that is less probable, however sure a record is."""


def place_floor(row: Row) -> float:
    """How probable a position must be to be a row's.

    Who has no other outcome has no record without a place, and a wrong one costs one cell
    where a record has four: so the surer it is that somebody has a record, the less sure a
    place must be, and the other way round.
    """
    floor, recorded = FLOOR["position"], row.draft.recorded
    if recorded is None or _has_other_outcome(row):
        return floor
    return max(LEAST, chance_of(logit(floor) + LEVEL - logit(recorded)))


def _has_other_outcome(row: Row) -> bool:
    return any(
        row.draft.best(meaning, FLOOR[meaning]) is not None
        for meaning in OUTCOME
        if meaning != "position"
    )
