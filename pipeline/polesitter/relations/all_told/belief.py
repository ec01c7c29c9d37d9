"""How far claims are believed, by whatever sums them up."""

from collections.abc import Hashable, Iterable
from math import log1p
from typing import Final

from polesitter.relations.claims.claim import Claim

FAINT: Final = 0.02
"""Claims no more probable than this count for nothing."""
SUREST: Final = 0.999
"""No one sentence, and no place by all of them, is surer than this."""


def combined(chances: Iterable[float]) -> float:
    """Noisy-or: the probability that at least one of several independent signs is right."""
    miss = 1.0
    for chance in chances:
        miss *= 1.0 - chance
    return 1.0 - miss


def together(told: Iterable[tuple[Hashable, float]]) -> float:
    """How probable at least one of some claims is right, each told by a key and its chance.

    Claims of one key (a sentence) lean on the same words: only the strongest counts.
    """
    best: dict[Hashable, float] = {}
    for key, chance in told:
        if chance > FAINT and chance > best.get(key, 0.0):
            best[key] = chance
    return min(combined([min(chance, SUREST) for chance in best.values()]), SUREST)


def weigh_again(claims: Iterable[Claim], meaning: str, before: float, after: float) -> None:
    """Make claims that are `before` probable together as probable as `after`.

    What each leaves to doubt is raised to a power, and so what they leave together.
    """
    power = log1p(-min(after, SUREST)) / log1p(-before)
    for claim in claims:
        known = claim.scores.get(meaning, 0.0)
        if known > FAINT:
            claim.scores[meaning] = 1.0 - (1.0 - min(known, SUREST)) ** power
