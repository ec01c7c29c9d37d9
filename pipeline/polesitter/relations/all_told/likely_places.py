"""The place that each competitor most probably has, by all claims as they are weighed so far."""

from collections.abc import Mapping
from typing import Final

from polesitter.relations.judged import Judged

UNPLACED: Final = (0, 0.0)
"""Of who is told no place."""


def likeliest_places(judged: Judged) -> Mapping[str, tuple[int, float]]:
    """Competitor -> the likeliest of its ranks, and how probable it is."""
    best: dict[str, tuple[int, float]] = {}
    for claim in judged.claims:
        chance = claim.scores.get("position", 0.0)
        if chance and chance > best.get(claim.competitor, UNPLACED)[1]:
            value = str(claim.value)
            if value.isdigit():
                best[claim.competitor] = int(value), chance
    return best
