"""How close a session was: the gaps behind each pole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from polesitter.analysis.middle import middle
from polesitter.analysis.place import Place


@dataclass(frozen=True, slots=True)
class Margin:
    """The gaps of one session and class, in seconds behind the pole.

    `margin_s`: of the second place. `tenth_s`: of the tenth. `median_s`, `widest_s`: of all
    gaps known; `gaps` says how many those are, of `places` rows in the grid.
    """

    series: str | None
    event: str | None
    track: str | None
    session_date: date | None
    session_name: str | None
    car_class: str | None
    pole_driver: str | None
    pole_lap_s: float | None
    margin_s: float | None
    tenth_s: float | None
    median_s: float | None
    widest_s: float | None
    gaps: int
    places: int
    session: str


def margins(grids: Iterable[Sequence[Place]]) -> list[Margin]:
    """Return one Margin per session and class with a gap known, in the order given."""
    return [margin for margin in (_margin(places) for places in grids) if margin.gaps]


def behind_pole(grids: Iterable[Sequence[Place]]) -> list[Place]:
    """Return all places that are some way behind their pole, pole itself left out."""
    return [
        place
        for places in grids
        for place in places[1:]
        if place.gap_to_pole_s is not None or place.gap_to_pole_pct is not None
    ]


def _margin(places: Sequence[Place]) -> Margin:
    pole = places[0]
    known = [p.gap_to_pole_s for p in places[1:] if p.gap_to_pole_s is not None]
    return Margin(
        pole.series, pole.event, pole.track, pole.session_date, pole.session_name, pole.car_class,
        pole.driver if pole.position == 1 else None,
        pole.lap_time_s if pole.position == 1 else None,
        _gap_of(2, places), _gap_of(10, places),
        middle(known), max(known, default=None),
        len(known), len(places), pole.session,
    )  # fmt: skip


def _gap_of(position: int, places: Sequence[Place]) -> float | None:
    return next((p.gap_to_pole_s for p in places if p.position == position), None)
