"""What is told of the ranks of each competitor, before any is weighed against another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from polesitter.relations.all_told.belief import FAINT, SUREST
from polesitter.relations.all_told.place_signs import PLACE_LABELS, STATED, Grades
from polesitter.relations.all_told.places import besides_of, classes_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged
from polesitter.relations.ranks.order import APART, CLOCKED, Timed, named_order, timed_order
from polesitter.relations.reading.view import View

SURE: Final = 0.5
"""How probable a rank must be to count among the last told, and a segment to be somebody's."""
FURTHEST: Final = 45
"""Ranks beyond this are counted from no other."""
SPARE: Final = 2
"""Ranks beyond the last that is told, or that there are competitors for."""
STATING: Final = PLACE_LABELS[:STATED]
VALUES: Final = frozenset({"lap_time", "speed", "number", "team", "car"})

Ranks = dict[str, dict[int, float]]
"""Competitor -> rank -> how probable it is."""
Chances = dict[tuple[str, int, int], float]
"""Competitor, rank, sentence -> how probable it is there."""


@dataclass(slots=True)
class RankEvidence:
    """The claims to ranks summed up: one a sentence counts, several sentences add up.

    `here`: competitor, rank, sentence -> how probable it is there. `proof`: the claim that
    tells a rank best. `values`: how surely a competitor has another value. `classified`: how
    surely words tell that it qualified. `taken`: class and rank -> those who may have it,
    likeliest first. `nth`, `named`, `timed`, `apart`: as in rank_order. `numbers`: all ranks
    told of anybody. `drivers`: who is named as a driver. `surest`: the last rank that is
    somebody's; `last`: that may be.
    """

    stated: Ranks
    position: Ranks
    implied: Ranks
    order: Ranks
    grid: Ranks
    here: Chances
    proof: dict[tuple[str, int], Claim]
    class_of: Mapping[str, str]
    besides: Mapping[str, Grades]
    values: Mapping[tuple[str, str], float]
    classified: Mapping[str, float]
    segment: Mapping[str, str]
    timed: Mapping[str, Timed]
    apart: Mapping[str, Timed]
    nth: Mapping[str, int]
    named: Mapping[str | None, int]
    numbers: frozenset[int]
    drivers: frozenset[str]
    taken: dict[tuple[str | None, int], list[tuple[float, str]]] = field(default_factory=dict)
    surest: int = 0
    last: int = 0

    def best(self, who: str) -> float:
        """How probable the likeliest stated rank of a competitor is."""
        return max(self.stated[who].values()) if who in self.stated else 0.0

    def rival(self, who: str, rank: int) -> float:
        """How probable a rank is as stated of anybody else of a competitor's class."""
        taken = self.taken.get((self.class_of.get(who), rank), ())
        return next((chance for chance, rival in taken if rival != who), 0.0)


def rank_evidence(view: View, judged: Judged, asked: Iterable[Claim]) -> RankEvidence:
    """Sum up what the judged claims of a report tell of ranks.

    `asked`: claims that are scored for statuses, among them that a competitor is classified.
    """
    stating, ordered, timing = [], [], []
    for claim in judged.claims:
        label = claim.label
        if label in STATING:
            stating.append(claim)
        elif label == "ORDER":
            ordered.append(claim)
        elif label in CLOCKED or label in APART:
            timing.append(claim)
    told, listed = _Told(), _Told()
    told.add(stating)
    listed.add(ordered)
    stated, order = _summed(told.best), _summed(listed.best)
    class_of = classes_of(judged)
    nth, named = named_order(view.head_of, class_of)
    found = RankEvidence(
        stated,
        _summed(told.position),
        _summed(told.implied),
        order,
        _summed(told.grid),
        told.best,
        _likelier(told.proof, listed.proof),
        class_of,
        besides_of(judged),
        _values(judged.claims),
        _classified(asked),
        _segments(judged),
        timed_order(timing, CLOCKED, class_of),
        timed_order(timing, APART, class_of),
        nth,
        named,
        _numbers(view),
        frozenset(
            [who for head, who in view.head_of.items() if view.mentions[head].label == "DRIVER"]
        ),
    )
    for who, ranks in stated.items():
        for rank, chance in ranks.items():
            found.taken.setdefault((class_of.get(who), rank), []).append((chance, who))
            if chance > SURE:
                found.surest = max(found.surest, rank)
    for rivals in found.taken.values():
        rivals.sort(reverse=True)
    ranked = [rank for ranks in (stated, order) for own in ranks.values() for rank in own]
    found.last = min(FURTHEST, max([len(nth), *ranked]) + SPARE)
    return found


class _Told:
    """The likeliest claim to each rank: of each sentence, and of all."""

    def __init__(self) -> None:
        self.best: Chances = {}
        self.position: Chances = {}
        self.implied: Chances = {}
        self.grid: Chances = {}
        self.proof: dict[tuple[str, int], Claim] = {}

    def add(self, claims: Iterable[Claim]) -> None:
        """Add claims, in order of telling."""
        for claim in claims:
            scores = claim.scores
            chance, start = scores.get("position", 0.0), scores.get("grid", 0.0)
            if chance <= FAINT and start <= FAINT:
                continue
            value = str(claim.value)
            if not value.isdigit():
                continue
            who, rank = claim.competitor, int(value)
            if chance > FAINT:
                proof = self.proof.get((who, rank))
                if proof is None or proof.scores["position"] < chance:
                    self.proof[who, rank] = claim
            if 1 <= rank <= FURTHEST:
                key = (who, rank, claim.sentence)
                _raise(self.best, key, chance)
                _raise(self.position if claim.label == "POSITION" else self.implied, key, chance)
                _raise(self.grid, key, start)


def _raise(best: Chances, key: tuple[str, int, int], chance: float) -> None:
    if chance > FAINT and chance > best.get(key, 0.0):
        best[key] = chance


def _summed(best: Chances) -> Ranks:
    """The ranks that the likeliest claims of all sentences add up to."""
    ranks: Ranks = {}
    for (who, rank, _), chance in best.items():
        own = ranks.setdefault(who, {})
        own[rank] = 1.0 - (1.0 - own.get(rank, 0.0)) * (1.0 - min(chance, SUREST))
    return ranks


def _likelier(
    stated: dict[tuple[str, int], Claim], listed: Mapping[tuple[str, int], Claim]
) -> dict[tuple[str, int], Claim]:
    """The claims that state a rank, and those of lists where they are likelier."""
    for key, claim in listed.items():
        known = stated.get(key)
        if known is None or known.scores["position"] < claim.scores["position"]:
            stated[key] = claim
    return stated


def _values(claims: Iterable[Claim]) -> dict[tuple[str, str], float]:
    best: dict[tuple[str, str], float] = defaultdict(float)
    for claim in claims:
        if VALUES.isdisjoint(claim.scores):
            continue
        for name, chance in claim.scores.items():
            if name in VALUES and chance > best[claim.competitor, name]:
                best[claim.competitor, name] = chance
    return best


def _classified(asked: Iterable[Claim]) -> dict[str, float]:
    best: dict[str, float] = defaultdict(float)
    for claim in asked:
        chance = claim.scores.get("classified", 0.0)
        best[claim.competitor] = max(best[claim.competitor], chance)
    return best


def _segments(judged: Judged) -> dict[str, str]:
    """Competitor -> the segment it is told under, where that is likely."""
    best: dict[str, tuple[float, str]] = {}
    for told in judged.segments:
        if told.probability >= SURE and told.probability > best.get(told.competitor, (0.0,))[0]:
            best[told.competitor] = (told.probability, told.value.casefold())
    return {who: segment for who, (_, segment) in best.items()}


def _numbers(view: View) -> frozenset[int]:
    return frozenset(
        int(mention.value)
        for mention in view.mentions
        if mention.label == "POSITION"
        and isinstance(mention.value, str)
        and mention.value.isdigit()
    )
