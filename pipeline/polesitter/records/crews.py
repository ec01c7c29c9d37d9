"""Who shares a car: crews that have one record, and co-drivers of who alone qualified it."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from polesitter.records.floors import CREW
from polesitter.relations.judged import Judged

WAYS: Final = ("crew", "first", "second")
SWAPPED: Final = {"crew": "crew", "first": "second", "second": "first"}


class Sharing(NamedTuple):
    """`lead`: competitor -> the competitor whose car it shares, its own where it rides alone.

    `riders`: those whose car somebody else has qualified.
    """

    lead: dict[str, str]
    riders: set[str]


def crews_of(judged: Judged, competitors: Iterable[str], floor: float = CREW) -> Sharing:
    """Who shares a car with whom; the surest telling of a pair counts."""
    lead = {competitor: competitor for competitor in competitors}
    riders: set[str] = set()
    for (first, second), scores in _surest(judged).items():
        if sum(scores.values()) < floor or first not in lead or second not in lead:
            continue
        way = max(WAYS, key=_Chance(scores))
        qualifier, other = (second, first) if way == "second" else (first, second)
        if way != "crew" and qualifier not in riders:
            riders.add(other)
        _join(lead, lead[qualifier], lead[other])
    return Sharing(lead, riders)


def _surest(judged: Judged) -> dict[tuple[str, str], Mapping[str, float]]:
    """Each pair, as first told -> its chances where they are the greatest."""
    best: dict[tuple[str, str], Mapping[str, float]] = {}
    for crew in judged.crews:
        pair, scores = (crew.first, crew.second), crew.scores
        if pair[::-1] in best:
            pair, scores = pair[::-1], {SWAPPED[way]: chance for way, chance in scores.items()}
        if pair not in best or sum(scores.values()) > sum(best[pair].values()):
            best[pair] = scores
    return best


def _join(lead: dict[str, str], new: str, old: str) -> None:
    for competitor, leader in lead.items():
        if leader == old:
            lead[competitor] = new


class _Chance:
    def __init__(self, scores: Mapping[str, float]) -> None:
        self.scores = scores

    def __call__(self, way: str) -> float:
        return self.scores.get(way, 0.0)
