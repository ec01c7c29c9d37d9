"""Gaps: who has one, and to whom it is measured."""

from collections.abc import Mapping
from typing import Final

from polesitter.records.draft import Choice
from polesitter.records.row import Row, is_first
from polesitter.relations.claims import Claim
from polesitter.relations.judged import Judged

TARGET_FLOOR: Final = 0.5


def closest_target(gap: Choice, judged: Judged) -> Claim | None:
    """The competitor a gap is most probably measured to, by the words of its sentence."""
    claim = gap.claims[0]
    targets = judged.targets.get((claim.mention, claim.head), [])
    return min(targets, key=_by_target, default=None)


def set_gaps(rows: list[Row], judged: Judged, lead: Mapping[str, str]) -> None:
    """Say to whom each gap is; the leader's own gaps fall."""
    by_name = {row.draft.competitor: row for row in rows}
    for row in rows:
        gap = row.fields.get("gap")
        if gap is None:
            continue
        if is_first(row):
            del row.fields["gap"]
            continue
        row.gap_to = "leader"
        best = closest_target(gap, judged)
        if best is None or best.scores.get("target", 0.0) < TARGET_FLOOR:
            continue
        target = lead.get(best.competitor, best.competitor)
        row.gap_mention = best.head
        # Ahead of the second there is nobody but the leader, named as such or not.
        if _is_second(row) or target not in by_name or is_first(by_name[target]):
            continue
        if target != row.draft.competitor:
            row.gap_to = target


def _is_second(row: Row) -> bool:
    place = row.fields.get("position")
    return place is not None and str(place.value) == "2"


def _by_target(claim: Claim) -> tuple[float, int]:
    return (-claim.scores.get("target", 0.0), claim.head)
