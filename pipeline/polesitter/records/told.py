"""What a competitor is told under, summed up over its sentences: its class, its segment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from polesitter.records.floors import OUTCOME
from polesitter.relations.context import ContextClaim
from polesitter.relations.judged import Judged

Telling = Mapping[tuple[str, int], float]
"""Competitor and sentence -> how surely the sentence tells an outcome of the competitor."""


def telling_of(judged: Judged, lead: Mapping[str, str]) -> Telling:
    """How surely each sentence tells an outcome; none where it tells of other things alone."""
    telling: dict[tuple[str, int], float] = {}
    for claim in judged.claims:
        key = (lead.get(claim.competitor, claim.competitor), claim.sentence)
        for name, chance in claim.scores.items():
            if name in OUTCOME and chance > telling.get(key, 0.0):
                telling[key] = chance
    return telling


def told_under(
    found: Iterable[ContextClaim], telling: Telling, lead: Mapping[str, str], floor: float
) -> dict[str, tuple[str, float, list[ContextClaim]]]:
    """Competitor -> (class or segment, probability, claims).

    Sentences weigh by how surely they tell an outcome of the competitor.
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
    chosen = {}
    for competitor, values in votes.items():
        sums = {value: sum(weight for weight, _ in told) for value, told in values.items()}
        value = max(sorted(sums), key=sums.__getitem__)
        chance = sums[value] / sum(total[competitor].values())
        if chance >= floor:
            claims = [context for _, context in sorted(values[value], key=_by_weight)]
            chosen[competitor] = (value, chance, claims)
    return chosen


def _by_weight(pair: tuple[float, ContextClaim]) -> tuple[float, int]:
    return (-pair[0], pair[1].mention)
