"""How close a session was: the gaps behind each pole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from polesitter.analysis.middle import middle
from polesitter.analysis.place import Place

SECOND, TENTH = 2, 10


@dataclass(frozen=True, slots=True)
class Margin:
    """The gaps of one session and class, in seconds behind the pole.

    `margin_s`: of the second place. `tenth_s`: of the tenth. `median_s`, `widest_s`: of all
    gaps known; `gaps` says how many those are, of `places` rows in the grid. `approx`: which
    of the four rest on a gap told in round words ("two tenths").
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
    approx: tuple[str, ...] = ()


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
    known = [place for place in places[1:] if place.gap_to_pole_s is not None]
    times = [_seconds(place) for place in known]
    return Margin(
        pole.series, pole.event, pole.track, pole.session_date, pole.session_name, pole.car_class,
        pole.driver if pole.position == 1 else None,
        pole.lap_time_s if pole.position == 1 else None,
        next((p.gap_to_pole_s for p in places if p.position == SECOND), None),
        next((p.gap_to_pole_s for p in places if p.position == TENTH), None),
        middle(times), max(times, default=None),
        len(known), len(places), pole.session, tuple(_approx(places, known)),
    )  # fmt: skip


def _approx(places: Sequence[Place], known: Sequence[Place]) -> Iterator[str]:
    """Yield which figures of a margin rest on round words; a median is of one or two gaps."""
    ordered = sorted(known, key=_seconds)
    rests_on = {
        "margin_s": [place for place in places if place.position == SECOND][:1],
        "tenth_s": [place for place in places if place.position == TENTH][:1],
        "median_s": ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1],
        "widest_s": ordered[-1:],
    }
    for name, those in rests_on.items():
        if any(place.gap_to_pole_approx for place in those):
            yield name


def _seconds(place: Place) -> float:
    return place.gap_to_pole_s or 0.0
