"""Who took how many poles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.known_names import CREW
from polesitter.analysis.place import Place
from polesitter.text.normal import normal

By = Literal["driver", "team", "manufacturer", "series"]
BY: tuple[By, ...] = ("driver", "team", "manufacturer", "series")
LOST = frozenset({"disallowed", "withdrawn", "dnq"})
"""Statuses with which a first place is no pole."""


@dataclass(frozen=True, slots=True)
class Poles:
    """The poles of one driver, team, manufacturer or series.

    `id`: of the name, as in the tables. `share`: of all poles counted, in 0..1. `drivers`: how
    many took them. `first`, `last`: days, of the poles whose day is known. `disputed`: how
    many are told otherwise by another report. `likeness`: how many bear a spelling that
    is only like the name.
    """

    name: str
    id: str
    poles: int
    share: float
    drivers: int
    first: date | None
    last: date | None
    disputed: int
    likeness: int


def pole_places(grids: Iterable[Sequence[Place]]) -> list[Place]:
    """Return the pole of each session and class: one at most, the likeliest where two are told."""
    return [
        places[0]
        for places in grids
        if places and places[0].position == 1 and places[0].status not in LOST
    ]


def count_poles(grids: Iterable[Sequence[Place]], by: By, aliases: Aliases) -> list[Poles]:
    """Return poles by name, most first; a pole whose report does not tell `by` is left out.

    By driver, a pole of a crew counts for each of its drivers.
    """
    poles = pole_places(grids)
    held: dict[str, list[Place]] = defaultdict(list)
    spelled: dict[str, list[str]] = defaultdict(list)
    for place in poles:
        for entity_id, name in names_of(place, by, aliases):
            held[entity_id].append(place)
            spelled[entity_id].append(name)
    counted = [_count(spelled[i], i, places, len(poles)) for i, places in held.items()]
    return sorted(counted, key=_order)


def names_of(place: Place, by: By, aliases: Aliases) -> Iterator[tuple[str, str]]:
    """Yield id and name of what a pole counts for; nothing where its reports do not tell it."""
    if by == "driver" and place.driver and place.driver_id:
        yield from zip(place.driver_id.split(CREW), place.driver.split(CREW), strict=True)
    elif by == "team" and place.team and place.team_id:
        yield place.team_id, place.team
    elif by == "manufacturer" and place.manufacturer:
        yield f"~{normal(place.manufacturer)}", place.manufacturer
    elif by == "series" and place.series:
        yield aliases.id_of("series", place.series), place.series


def _count(names: Sequence[str], entity_id: str, places: Sequence[Place], all_poles: int) -> Poles:
    days = [place.session_date for place in places if place.session_date is not None]
    return Poles(
        name=max(sorted(set(names)), key=names.count),
        id=entity_id,
        poles=len(places),
        share=round(len(places) / all_poles, 4),
        drivers=len({place.driver_id for place in places if place.driver_id}),
        first=min(days, default=None),
        last=max(days, default=None),
        disputed=sum(place.disputed for place in places),
        likeness=sum(place.likeness for place in places),
    )


def _order(poles: Poles) -> tuple[int, str]:
    return (-poles.poles, normal(poles.name))
