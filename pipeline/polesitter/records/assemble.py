"""From judged claims to records: crews, classes, places, then every other field."""

from collections.abc import Mapping

from polesitter.records.attributes import set_cars, set_teams
from polesitter.records.claimed_entries import claim_entries, whole_teams
from polesitter.records.contested import settle_classes
from polesitter.records.draft import Choice, drafts_of
from polesitter.records.floors import FLOOR, SIZED_FLOOR
from polesitter.records.gaps import set_gaps, set_margins
from polesitter.records.late_classes import set_late_classes
from polesitter.records.likely_rows import has_record, likely_rows
from polesitter.records.numbers import set_numbers
from polesitter.records.places import set_places, set_second_by_gap
from polesitter.records.row import Row
from polesitter.records.segments import set_segments
from polesitter.records.spreads import set_spreads
from polesitter.records.statuses import set_status
from polesitter.records.told import likely, shares_under, telling_of
from polesitter.references.cast import Cast
from polesitter.relations.competitors.sharing import sharing_of
from polesitter.relations.judged import Judged


def assemble(heads: Mapping[int, str], cast: Cast, judged: Judged) -> list[Row]:
    """The records of a report, in order of class and place.

    `heads`: mention index -> competitor, for all who could qualify.
    """
    lead, riders = sharing_of(judged.crews, dict.fromkeys(heads.values()))
    claim_entries(judged, cast, lead)
    left_out = riders | whole_teams(judged, cast, lead)
    drafts = likely_rows(drafts_of(judged, lead, left_out), judged.recorded)
    telling = telling_of(judged, lead)
    class_shares = shares_under(judged.classes, telling, lead)
    classes = likely(class_shares, FLOOR["class"])
    segments = likely(shares_under(judged.segments, telling, lead), FLOOR["segment"])
    rows = [Row(draft) for draft in drafts]
    for row in rows:
        for name, told in (("class", classes), ("segment", segments)):
            if row.draft.competitor in told:
                row.fields[name] = Choice(*told[row.draft.competitor])
    settle_classes(rows, class_shares)
    set_places(rows)
    set_late_classes(rows, class_shares)
    set_second_by_gap(rows, judged, lead)
    for row in rows:
        _values(row)
    set_segments(rows, judged.segments, SIZED_FLOOR)
    set_numbers(rows)
    rows = [row for row in rows if has_record(row, cast.entries)]
    set_teams(rows, cast, judged, lead)
    set_cars(rows, cast, judged)
    set_gaps(rows, judged, lead)
    set_margins(rows)
    set_spreads(rows, judged)
    order: dict[str | None, int] = {}
    for row in rows:
        order.setdefault(row.car_class, len(order))
    rows.sort(key=_Order(order))
    return rows


class _Order:
    def __init__(self, classes: Mapping[str | None, int]) -> None:
        self.classes = classes

    def __call__(self, row: Row) -> tuple[int, float]:
        place = row.fields.get("position")
        return (self.classes[row.car_class], float(place.value) if place else 999.0)


def _values(row: Row) -> None:
    for name in ("lap_time", "speed", "gap"):
        choices = row.draft.votes.get(name, [])
        if choices and choices[0].probability >= FLOOR[name]:
            row.fields[name] = choices[0]
    set_status(row)
    rear = next((c for c in row.draft.votes.get("grid", []) if c.value == "rear"), None)
    if rear is not None and rear.probability >= FLOOR["grid"]:
        known = row.fields.get("grid")
        if known is None or known.probability < rear.probability:
            row.fields["grid"] = rear
    place, grid = row.fields.get("position"), row.fields.get("grid")
    if place is not None and grid is not None and str(place.value) == str(grid.value):
        del row.fields["grid"]
