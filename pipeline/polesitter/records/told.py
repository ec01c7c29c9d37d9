"""What a competitor is told under, summed up over its sentences: its class, its segment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from polesitter.records.floors import OUTCOME
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged

OutcomeChances = Mapping[tuple[str, int], float]
"""Competitor and sentence -> how surely the sentence tells an outcome of the competitor."""


def telling_of(judged: Judged, lead: Mapping[str, str]) -> OutcomeChances:
    """How surely each sentence tells an outcome; none where it tells of other things alone."""
    telling: dict[tuple[str, int], float] = {}
    for claim in judged.claims:
        key = (lead.get(claim.competitor, claim.competitor), claim.sentence)
        for name, chance in claim.scores.items():
            if name in OUTCOME and chance > telling.get(key, 0.0):
                telling[key] = chance
    return telling


Share = tuple[str, float, list[ContextClaim]]
"""A class or segment, its probability, the claims that tell it."""
Shares = Mapping[str, Sequence[Share]]
"""Competitor -> the classes (or segments) it may be told under, likeliest first."""


def shares_under(
    found: Iterable[ContextClaim], telling: OutcomeChances, lead: Mapping[str, str]
) -> dict[str, list[Share]]:
    """Competitor -> the classes (or segments) it may be told under, likeliest first.

    Sentences weigh by how surely they tell an outcome of the competitor. The
    probabilities leave room for none of them.
    """
    best: dict[tuple[str, int, str], ContextClaim] = {}
    for context in found:
        competitor = lead.get(context.competitor, context.competitor)
        place = (competitor, context.sentence, context.value)
        if place not in best or best[place].probability < context.probability:
            best[place] = context
    votes: dict[str, dict[str, list[tuple[float, ContextClaim]]]] = defaultdict(dict)
    total: dict[str, dict[int, float]] = defaultdict(dict)
    for (competitor, sentence, value), context in best.items():
        weight = (telling.get((competitor, sentence), 0.0) + 0.02) ** 2
        total[competitor][sentence] = weight
        votes[competitor].setdefault(value, []).append((weight * context.probability, context))
    shares = {}
    for competitor, values in votes.items():
        whole = sum(total[competitor].values())
        told = [
            (value, sum(weight for weight, _ in pairs) / whole, _claims(pairs))
            for value, pairs in values.items()
        ]
        shares[competitor] = sorted(told, key=_likeliest)
    return shares


def likely(shares: Shares, floor: float) -> dict[str, Share]:
    """Competitor -> what it is told under, where that is likely enough."""
    return {who: told[0] for who, told in shares.items() if told[0][1] >= floor}


def _claims(pairs: Sequence[tuple[float, ContextClaim]]) -> list[ContextClaim]:
    return [context for _, context in sorted(pairs, key=_by_weight)]


def _likeliest(told: Share) -> tuple[float, str]:
    return (-told[1], told[0])


def _by_weight(pair: tuple[float, ContextClaim]) -> tuple[float, int]:
    return (-pair[0], pair[1].mention)
