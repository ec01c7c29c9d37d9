"""What is told of the ranks of each competitor, before any is weighed against another."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from polesitter.relations.all_places import besides_of, classes_of
from polesitter.relations.claims import Claim
from polesitter.relations.judged import Judged
from polesitter.relations.place_signs import FORWARD, Grades, coarse, fine
from polesitter.relations.rank_signs import RankKey
from polesitter.relations.view import View

FAINT: Final = 0.02
"""Claims no more probable than this count for nothing."""
SUREST: Final = 0.999
SURE: Final = 0.5
"""How probable a rank must be to count among the last that are told."""
FURTHEST: Final = 45
"""Ranks beyond this are counted from no other."""
SPARE: Final = 2
"""Ranks beyond the last that is told, or that there are competitors for."""
STATING: Final = ("POSITION", "TOP", "BEAT", "IMPLIED")
NTH: Final = 4
"""Ranks before or behind as many as have been named, from which on it is the same."""
CLOCKED: Final = {"LAPTIME": "lap_time", "SPEED": "speed"}
APART: Final = {"GAP": "gap"}
NOTHING: Final[Grades] = (0, 0, 0)
VALUES: Final = ("lap_time", "speed", "number", "team", "car")

Ranks = dict[str, dict[int, float]]
"""Competitor -> rank -> how probable it is."""


def _ranks() -> Ranks:
    return defaultdict(dict)


@dataclass(slots=True)
class RankEvidence:
    """The claims to ranks summed up: one a sentence counts, several sentences add up.

    `here`: competitor, rank, sentence -> how probable it is there. `proof`: the claim that
    tells a rank best. `last`: the last rank that may be anybody's.
    """

    stated: Ranks = field(default_factory=_ranks)
    position: Ranks = field(default_factory=_ranks)
    implied: Ranks = field(default_factory=_ranks)
    order: Ranks = field(default_factory=_ranks)
    grid: Ranks = field(default_factory=_ranks)
    here: dict[tuple[str, int, int], float] = field(default_factory=dict)
    proof: dict[tuple[str, int], Claim] = field(default_factory=dict)
    values: dict[tuple[str, str], float] = field(default_factory=dict)
    class_of: Mapping[str, str] = field(default_factory=dict)
    besides: Mapping[str, Grades] = field(default_factory=dict)
    taken: dict[tuple[str | None, int], list[tuple[float, str]]] = field(default_factory=dict)
    classified: dict[str, float] = field(default_factory=dict)
    nth: dict[str, int] = field(default_factory=dict)
    clocked: dict[str, tuple[int, int]] = field(default_factory=dict)
    apart: dict[str, tuple[int, int]] = field(default_factory=dict)
    segment: dict[str, str] = field(default_factory=dict)
    named: dict[str | None, int] = field(default_factory=dict)
    numbers: frozenset[int] = frozenset()
    surest: int = 0
    last: int = 0

    def best(self, who: str) -> float:
        """How probable the likeliest stated rank of a competitor is."""
        return max(self.stated[who].values(), default=0.0) if who in self.stated else 0.0

    def key(self, who: str, rank: int, here: float) -> RankKey:
        """What speaks for a rank where its competitor is named; `here`: as told right there."""
        stated = self.stated.get(who, {})
        all_told = stated.get(rank, 0.0)
        other, way = 0.0, "-"
        for place, chance in stated.items():
            if place != rank and chance > other:
                other, way = chance, "back" if place > rank else "ahead"
        rival = 0.0
        for chance, rival_who in self.taken.get((self.class_of.get(who), rank), ()):
            if rival_who != who and chance > rival:
                rival = chance
        order = coarse(self.order.get(who, {}).get(rank, 0.0))
        grid = coarse(self.grid.get(who, {}).get(rank, 0.0))
        of_all, of_other, of_rival = fine(all_told), coarse(other), coarse(rival)
        beyond = (rank > self.surest) + (rank > self.surest + 1) + (rank > self.surest + 4)
        claimed = all_told > 0.0 or order > 0
        position = fine(self.position.get(who, {}).get(rank, 0.0))
        implied = coarse(self.implied.get(who, {}).get(rank, 0.0))
        later = max(-NTH, min(NTH, rank - self.nth.get(who, 0)))
        return (
            (fine(here), of_all, order),
            (of_all, of_other, way if of_other else "-", of_rival, order),
            (position, implied, order, grid, of_other),
            (bisect(FORWARD, rank), rank == 1, rank in self.numbers, claimed, of_all, of_rival,
             beyond, grid),
            (later, of_all, claimed, rank == 1),
            (*_order(self.clocked, who, rank), claimed, of_all),
            (*_order(self.apart, who, rank - 1), claimed, of_all),
            (max(-NTH, min(NTH, rank - self.named.get(self.class_of.get(who), 0))), claimed),
            (self.segment.get(who, "-"), bisect(FORWARD, rank), claimed),
        )  # fmt: skip


def _order(known: Mapping[str, tuple[int, int]], who: str, rank: int) -> tuple[int, int]:
    """How far a rank is behind the one that times (or gaps) say, and how many are slower."""
    quicker, slower = known.get(who, (-1, -1))
    if quicker < 0:
        return NTH + 1, -1
    return max(-NTH, min(NTH, rank - 1 - quicker)), min(slower, 2)


def _clocked(
    claims: Iterable[Claim], meanings: Mapping[str, str], class_of: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """Of whoever has a time, speed or gap: how many of the class were quicker, how many slower."""
    best: dict[str, tuple[float, str, float]] = {}
    for claim in claims:
        meaning = meanings.get(claim.label)
        chance = claim.scores.get(meaning, 0.0) if meaning is not None else 0.0
        if chance >= SURE and isinstance(claim.value, float | int):
            known = best.get(claim.competitor)
            if known is None or known[0] < chance:
                slowness = -claim.value if meaning == "speed" else claim.value
                best[claim.competitor] = (chance, claim.label, slowness)
    found = {}
    for who, (_, label, slowness) in best.items():
        others = [
            other - slowness
            for rival, (_, kind, other) in best.items()
            if rival != who and kind == label and class_of.get(rival) == class_of.get(who)
        ]
        found[who] = sum(apart < 0.0 for apart in others), sum(apart > 0.0 for apart in others)
    return found


def rank_evidence(view: View, judged: Judged, asked: Iterable[Claim]) -> RankEvidence:
    """Sum up what the judged claims of a report tell of ranks."""
    found = RankEvidence(class_of=classes_of(judged), besides=besides_of(judged))
    stated = [claim for claim in judged.claims if claim.label in STATING]
    ordered = [claim for claim in judged.claims if claim.label == "ORDER"]
    found.here = _add(stated, "position", found.stated)
    _add([claim for claim in stated if claim.label == "POSITION"], "position", found.position)
    _add([claim for claim in stated if claim.label != "POSITION"], "position", found.implied)
    _add(ordered, "position", found.order)
    _add(stated, "grid", found.grid)
    for claim in (*stated, *ordered):
        chance = claim.scores.get("position", 0.0)
        value = str(claim.value)
        if chance > FAINT and value.isdigit():
            known = found.proof.get((claim.competitor, int(value)))
            if known is None or known.scores["position"] < chance:
                found.proof[claim.competitor, int(value)] = claim
    for claim in judged.claims:
        for name in VALUES:
            if name in claim.scores:
                key = (claim.competitor, name)
                found.values[key] = max(found.values.get(key, 0.0), claim.scores[name])
    for who, ranks in found.stated.items():
        for rank, chance in ranks.items():
            found.taken.setdefault((found.class_of.get(who), rank), []).append((chance, who))
            if chance > SURE:
                found.surest = max(found.surest, rank)
    for claim in asked:
        chance = claim.scores.get("classified", 0.0)
        found.classified[claim.competitor] = max(
            found.classified.get(claim.competitor, 0.0), chance
        )
    found.clocked = _clocked(judged.claims, CLOCKED, found.class_of)
    found.apart = _clocked(judged.claims, APART, found.class_of)
    likeliest: dict[str, float] = {}
    for told in judged.segments:
        if told.probability >= max(SURE, likeliest.get(told.competitor, 0.0)):
            likeliest[told.competitor] = told.probability
            found.segment[told.competitor] = told.value.casefold()
    for mention in sorted(view.head_of):
        who = view.head_of[mention]
        if who not in found.nth:
            under = found.class_of.get(who)
            found.named[under] = found.nth[who] = found.named.get(under, 0) + 1
    found.numbers = frozenset(
        int(mention.value)
        for mention in view.mentions
        if mention.label == "POSITION"
        and isinstance(mention.value, str)
        and mention.value.isdigit()
    )
    told = [rank for ranks in (found.stated, found.order) for own in ranks.values() for rank in own]
    among = len(set(view.head_of.values()))
    found.last = min(FURTHEST, max([among, *told]) + SPARE)
    return found


def _add(claims: Iterable[Claim], meaning: str, ranks: Ranks) -> dict[tuple[str, int, int], float]:
    """Add up the claims to ranks in `ranks`; return the likeliest of each sentence."""
    best: dict[tuple[str, int, int], float] = {}
    for claim in claims:
        chance = claim.scores.get(meaning, 0.0)
        value = str(claim.value) if chance > FAINT else ""
        if value.isdigit() and 1 <= int(value) <= FURTHEST:
            key = (claim.competitor, int(value), claim.sentence)
            if chance > best.get(key, 0.0):
                best[key] = chance
    for (who, rank, _), chance in best.items():
        known = ranks[who].get(rank, 0.0)
        ranks[who][rank] = 1.0 - (1.0 - known) * (1.0 - min(chance, SUREST))
    return best
