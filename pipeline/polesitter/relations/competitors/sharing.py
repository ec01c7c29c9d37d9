"""Who shares a car: crews that have one record, and co-drivers of who alone qualified it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from polesitter.relations.competitors.crews import CrewClaim

LIKELY: Final = 0.4
"""How probable it must be that two drivers share a car, where they have one record."""
SURE: Final = 0.65
"""How probable it must be where one of them has none."""


class Sharing(NamedTuple):
    """`lead`: competitor -> the one that leads its crew, itself where it has a record of its own.

    `riders`: those whose car somebody else has qualified.
    """

    lead: dict[str, str]
    riders: set[str]


def sharing_of(crews: Sequence[CrewClaim], competitors: Iterable[str]) -> Sharing:
    """Who shares a car with whom; the surest telling of a pair counts."""
    lead = {competitor: competitor for competitor in competitors}
    alone: set[str] = set()
    joined: set[str] = set()
    for (first, second), scores in _surest(crews).items():
        if first not in lead or second not in lead:
            continue
        chance = sum(scores.values(), 0.0)
        way = max(scores, key=scores.__getitem__, default="")
        if way == "crew" and chance >= LIKELY:
            _join(lead, lead[first], lead[second])
            joined.update((first, second))
        elif way != "crew" and chance >= SURE:
            qualifier, rider = (first, second) if way == "first" else (second, first)
            if qualifier not in alone:
                alone.add(rider)
    return Sharing(lead, alone - joined)


def _surest(crews: Sequence[CrewClaim]) -> dict[tuple[str, str], Mapping[str, float]]:
    """Each pair, as first told -> its chances where they are the greatest."""
    best: dict[tuple[str, str], Mapping[str, float]] = {}
    for crew in crews:
        pair, scores = (crew.first, crew.second), crew.scores
        if pair[::-1] in best:
            pair, scores = pair[::-1], _swapped(scores)
        if pair not in best or sum(scores.values(), 0.0) > sum(best[pair].values(), 0.0):
            best[pair] = scores
    return best


def _swapped(scores: Mapping[str, float]) -> dict[str, float]:
    names = {"first": "second", "second": "first"}
    return {names.get(way, way): chance for way, chance in scores.items()}


def _join(lead: dict[str, str], new: str, old: str) -> None:
    for competitor, leader in lead.items():
        if leader == old:
            lead[competitor] = new
