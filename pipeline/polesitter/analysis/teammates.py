"""Teammates head to head: who qualified ahead of whom, how often."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from polesitter.analysis.middle import middle
from polesitter.analysis.place import Place
from polesitter.text.normal import normal


@dataclass(frozen=True, slots=True)
class Duel:
    """Two drivers of one team over the sessions in which both have a place.

    `driver` is the one ahead more often. `gap_s`: the median of the differences of their
    gaps to the pole, in seconds, over the `gaps` sessions in which both are known;
    positive where `driver` was quicker.
    """

    team: str
    team_id: str
    driver: str
    driver_id: str
    teammate: str
    teammate_id: str
    ahead: int
    behind: int
    sessions: int
    gap_s: float | None
    gaps: int


def head_to_head(grids: Iterable[Sequence[Place]]) -> list[Duel]:
    """Return all pairs of teammates, those who met most often first."""
    met: dict[tuple[str, str, str], list[tuple[Place, Place]]] = defaultdict(list)
    for places in grids:
        for team_id, mates in _by_team(places).items():
            for one, other in combinations(sorted(mates, key=_driver_id), 2):
                met[team_id, _driver_id(one), _driver_id(other)].append((one, other))
    return sorted((_duel(pairs) for pairs in met.values()), key=_order)


def _by_team(places: Iterable[Place]) -> dict[str, list[Place]]:
    teams: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.team_id and place.driver_id and place.position is not None:
            teams[place.team_id].append(place)
    return teams


def _driver_id(place: Place) -> str:
    return place.driver_id or ""


def _duel(pairs: Sequence[tuple[Place, Place]]) -> Duel:
    ahead = sum(_place(one) < _place(other) for one, other in pairs)
    behind = sum(_place(one) > _place(other) for one, other in pairs)
    if behind > ahead:
        pairs, ahead, behind = [(other, one) for one, other in pairs], behind, ahead
    differences = [
        other.gap_to_pole_s - one.gap_to_pole_s
        for one, other in pairs
        if one.gap_to_pole_s is not None and other.gap_to_pole_s is not None
    ]
    one, other = pairs[-1]
    return Duel(
        one.team or "", one.team_id or "", one.driver or "", _driver_id(one),
        other.driver or "", _driver_id(other), ahead, behind, len(pairs),
        middle(differences), len(differences),
    )  # fmt: skip


def _place(place: Place) -> int:
    return place.position or 0


def _order(duel: Duel) -> tuple[int, str, str]:
    return (-duel.sessions, normal(duel.team), normal(duel.driver))
