"""Gaps: who has one, and to whom it is measured."""

from collections.abc import Mapping
from typing import Final

from polesitter.records.draft import Choice
from polesitter.records.floors import FLOOR
from polesitter.records.row import Row, is_first, place_of
from polesitter.relations.all_told.belief import combined
from polesitter.relations.claims.claim import Claim
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


def set_margins(rows: list[Row]) -> None:
    """Who is right behind somebody with a likely margin has it as the gap, if no other is told.

    "He took the pole by .03 seconds" names nobody else; the second may be told in another
    sentence. What stands as another's gap stays there.
    """
    at = {(row.car_class, place_of(row)): row for row in rows if "position" in row.fields}
    taken = {row.fields["gap"].claims[0].mention for row in rows if "gap" in row.fields}
    found = []
    for (car_class, place), row in at.items():
        behind = at.get((car_class, place + 1))
        if behind is not None and "gap" not in behind.fields:
            margin = _margin(row, behind)
            if margin is not None:
                found.append((margin, row, behind))
    found.sort(key=_by_margin)
    for margin, row, behind in found:
        told = margin.claims[0]
        if told.mention in taken:
            continue
        taken.add(told.mention)
        behind.fields["gap"] = margin
        behind.gap_to = "leader" if is_first(row) else row.draft.competitor
        behind.gap_mention = told.head


def _by_margin(found: tuple[Choice, Row, Row]) -> float:
    return -found[0].probability


def _margin(row: Row, behind: Row) -> Choice | None:
    """The likeliest margin of a row; as likely a gap of who is behind speaks for it as well."""
    gaps = {gap.value: gap.probability for gap in behind.draft.votes.get("gap", ())}
    best: Choice | None = None
    for told in row.draft.votes.get("margin", ()):
        chance = combined([told.probability, gaps.get(told.value, 0.0)])
        if chance >= FLOOR["margin"] and (best is None or chance > best.probability):
            best = Choice(told.value, chance, told.claims)
    return best


def _is_second(row: Row) -> bool:
    place = row.fields.get("position")
    return place is not None and str(place.value) == "2"


def _by_target(claim: Claim) -> tuple[float, int]:
    return (-claim.scores.get("target", 0.0), claim.head)
