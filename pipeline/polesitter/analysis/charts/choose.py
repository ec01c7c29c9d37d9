"""The chart that answers a question."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from polesitter.analysis.charts.confidence_chart import confidence_chart
from polesitter.analysis.charts.coverage_chart import coverage_chart
from polesitter.analysis.charts.gaps_chart import gaps_chart
from polesitter.analysis.charts.grid_chart import grid_chart, heading_of
from polesitter.analysis.charts.poles_chart import poles_chart
from polesitter.analysis.charts.theme import Spec
from polesitter.analysis.field_coverage import coverage
from polesitter.analysis.grids import grids
from polesitter.analysis.margin import behind_pole
from polesitter.analysis.place import Place
from polesitter.analysis.pole_counts import By, count_poles
from polesitter.analysis.told import Told
from polesitter.analysis.wanted import Wanted
from polesitter.errors import Errors, PolesitterError

Kind = Literal["grid", "poles", "gaps", "confidence", "coverage"]


def chart_of(kind: Kind, rows: Sequence[Told], wanted: Wanted, by: By) -> tuple[Spec, str]:
    """Return a chart of the wanted rows, and what is to be said of it ("": nothing).

    Raises PolesitterError (E723) where there is nothing to draw.
    """
    if not rows:
        raise _nothing("no row fits the choice.")
    chosen = wanted.in_words
    if kind == "confidence":
        return confidence_chart(rows, chosen), ""
    if kind == "coverage":
        return coverage_chart(coverage(rows, "series", wanted.aliases), chosen), ""
    made = grids(rows, wanted)
    if kind == "poles":
        counted = count_poles(made, by, wanted.aliases)
        if not counted:
            raise _nothing(f"no pole with a {by} fits the choice.")
        return poles_chart(counted, by, chosen), ""
    if kind == "gaps":
        places = [one for one in behind_pole(made) if one.gap_to_pole_pct is not None]
        if not places:
            raise _nothing("no report tells a gap with the pole lap.")
        return gaps_chart(places, wanted.aliases, chosen), ""
    return _grid(made)


def _grid(made: Sequence[Sequence[Place]]) -> tuple[Spec, str]:
    sessions: dict[tuple[str, str | None], list[Sequence[Place]]] = defaultdict(list)
    for places in made:
        sessions[places[0].session, places[0].session_name].append(places)
    if not sessions:
        raise _nothing("no grid fits the choice.")
    best = max(sessions.values(), key=_gaps_told)
    others = len(sessions) - 1
    fit = "1 other session fits" if others == 1 else f"{others:,} other sessions fit"
    note = f"{fit}; choose with --series, --event, --track, --year"
    drawn = f"drawing {heading_of(best)}; "
    return grid_chart(best), drawn + note if others else ""


def _gaps_told(classes: Sequence[Sequence[Place]]) -> tuple[int, int]:
    places = [place for own in classes for place in own]
    return (sum(place.gap_from is not None for place in places), len(places))


def _nothing(reason: str) -> PolesitterError:
    return PolesitterError(Errors.E723.format(reason=reason))
