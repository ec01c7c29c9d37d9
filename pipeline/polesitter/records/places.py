"""Places: one competitor each within a class, and the second place a margin implies."""

from collections import defaultdict
from collections.abc import Mapping

from polesitter.records.assign import assign
from polesitter.records.draft import Choice
from polesitter.records.floors import FLOOR
from polesitter.records.gaps import closest_target
from polesitter.records.place_floor import place_floor
from polesitter.records.row import Row, by_place
from polesitter.relations.judged import Judged


def set_places(rows: list[Row]) -> None:
    """Positions within each class, then starting places that differ from them."""
    by_class: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_class[row.car_class].append(row)
    for members in by_class.values():
        for meaning in ("position", "grid"):
            read = chances_of if meaning == "position" else _grid_chances
            chances = {row.draft.competitor: read(row) for row in members}
            floors = {
                row.draft.competitor: place_floor(row) if meaning == "position" else FLOOR[meaning]
                for row in members
            }
            taken = assign(chances, floors)
            for row in members:
                place = taken.get(row.draft.competitor)
                if place is not None:
                    _take(row, meaning, str(place))
        _drop_grids_of_others(members)


def _drop_grids_of_others(members: list[Row]) -> None:
    """Take away a starting place that the same words more surely tell of another as the rank.

    "Strand will join Rourke on the front row" gives Strand the second place; Rourke does
    not start there.
    """
    ranks = {
        (str(rank.value), claim.mention): rank
        for row in members
        if (rank := row.fields.get("position")) is not None
        for claim in rank.claims
    }
    for row in members:
        grid = row.fields.get("grid")
        if grid is None:
            continue
        told = [ranks.get((str(grid.value), claim.mention)) for claim in grid.claims]
        if any(rank is not None and rank.probability > grid.probability for rank in told):
            del row.fields["grid"]


def chances_of(row: Row, meaning: str = "position") -> dict[int, float]:
    """Place -> how probable it is as the row's position (or grid)."""
    return {
        int(choice.value): choice.probability * _leads(row, choice)
        for choice in row.draft.votes.get(meaning, [])
        if str(choice.value).isdigit()
    }


def _grid_chances(row: Row) -> dict[int, float]:
    """Starting place -> how probable it is, given the position that the row has taken.

    Of two places told of one competitor, one is the rank: the other is the likelier to
    be where it starts, the surer the rank is.
    """
    chances = chances_of(row, "grid")
    rank = row.fields.get("position")
    if rank is None or not chances:
        return chances
    positions = chances_of(row, "position")
    return {
        place: chance
        if str(place) == str(rank.value)
        else _given(chance, positions.get(place, 0.0), rank.probability)
        for place, chance in chances.items()
    }


def _given(grid: float, position: float, taken: float) -> float:
    """P(grid) where the place is no position, as surely as another one is taken."""
    if grid == 0.0:
        return 0.0
    return (1.0 - taken) * grid + taken * min(1.0, grid / max(1.0 - position, grid))


def _leads(row: Row, choice: Choice) -> float:
    """How far the first place stands beside a gap: who is surely behind somebody has no pole."""
    gap = row.draft.best("gap")
    if str(choice.value) != "1" or gap is None or gap.probability < choice.probability:
        return 1.0
    return 1.0 - gap.probability


def _take(row: Row, meaning: str, value: str) -> None:
    for choice in row.draft.votes[meaning]:
        if str(choice.value) == value:
            row.fields[meaning] = choice


def set_second_by_gap(rows: list[Row], judged: Judged, lead: Mapping[str, str]) -> None:
    """The only one with a gap to the polesitter takes the empty second place.

    Only where the third place is told and nobody is second: reports say "X was .803
    seconds faster than Y. Z will start third" and mean that Y is second. Who is told under no
    class is of the polesitter's.
    """
    for car_class, places in by_place(rows).items():
        if 1 not in places or 2 in places or 3 not in places:
            continue
        pole = places[1].draft.competitor
        behind = [row for row in rows
                  if row.car_class in (car_class, None) and "position" not in row.fields
                  and _trails(row, pole, judged, lead)]  # fmt: skip
        if len(behind) == 1:
            second = behind[0]
            gap = second.draft.votes["gap"][0]
            second.fields["position"] = Choice("2", gap.probability, gap.claims)
            if second.car_class is None and car_class is not None:
                second.fields["class"] = places[1].fields["class"]


def _trails(row: Row, pole: str, judged: Judged, lead: Mapping[str, str]) -> bool:
    """Whether a row has a likely gap, measured in its sentence to the polesitter."""
    gap = row.draft.best("gap", FLOOR["gap"])
    if gap is None:
        return False
    best = closest_target(gap, judged)
    return best is not None and lead.get(best.competitor, best.competitor) == pole
