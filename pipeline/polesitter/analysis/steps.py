"""A driver or a team from session to session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.known_names import CREW
from polesitter.analysis.place import Place
from polesitter.text.normal import normal, words


@dataclass(frozen=True, slots=True)
class Step:
    """One session of a driver or a team.

    For a team: the best of its cars; `cars` says how many have a row. `best_so_far`,
    `mean_so_far`: of the places up to here. `places`: rows in the grid.
    """

    name: str
    id: str
    series: str | None
    event: str | None
    track: str | None
    session_date: date | None
    session_name: str | None
    car_class: str | None
    driver: str | None
    team: str | None
    position: int | None
    gap_to_pole_s: float | None
    gap_to_pole_pct: float | None
    status: str
    cars: int
    places: int
    best_so_far: int | None
    mean_so_far: float | None


def progress(
    grids: Iterable[Sequence[Place]],
    aliases: Aliases,
    *,
    driver: str | None = None,
    team: str | None = None,
) -> list[Step]:
    """Return the sessions of a driver, or else of a team, in the order of `grids`.

    A name fits as in Wanted: all its words stand in the name, or it shares its id. Where
    several fit, each has steps of its own, told apart by `id`.
    """
    kind, asked = ("driver", driver) if driver is not None else ("team", team or "")
    found: list[tuple[str, list[Place], int]] = []
    for places in grids:
        cars: dict[str, list[Place]] = {}
        for place in places:
            for one in _ids(place, kind, asked, aliases):
                cars.setdefault(one, []).append(place)
        found.extend((one, own, len(places)) for one, own in cars.items())
    steps: list[Step] = []
    so_far: dict[str, list[int]] = {}
    for one, own, size in found:
        if own[0].position is not None:
            so_far.setdefault(one, []).append(own[0].position)
        steps.append(_step(one, kind, own, size, so_far.get(one, [])))
    return steps


def _ids(place: Place, kind: str, asked: str, aliases: Aliases) -> list[str]:
    name, entity_id = (
        (place.driver, place.driver_id) if kind == "driver" else (place.team, place.team_id)
    )
    if name is None or entity_id is None:
        return []
    crew = zip(name.split(CREW), entity_id.split(CREW), strict=True)
    known = aliases.known(kind, normal(asked))
    return [
        one for spelling, one in crew if one == known or set(words(asked)) <= set(words(spelling))
    ]


def _step(one: str, kind: str, own: Sequence[Place], size: int, so_far: Sequence[int]) -> Step:
    best = own[0]
    return Step(
        _spelling(one, kind, best), one, best.series, best.event, best.track, best.session_date,
        best.session_name, best.car_class, best.driver, best.team, best.position,
        best.gap_to_pole_s, best.gap_to_pole_pct, best.status, len(own), size,
        min(so_far, default=None), round(sum(so_far) / len(so_far), 2) if so_far else None,
    )  # fmt: skip


def _spelling(one: str, kind: str, place: Place) -> str:
    if kind == "team":
        return place.team or ""
    ids, names = (place.driver_id or "").split(CREW), (place.driver or "").split(CREW)
    return names[ids.index(one)]
