"""Rivals for one value, or for one competitor: their weights shared out as probabilities.

Who may be right alone competes with who else may be, and with nobody (conditional logit).
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Final, TypeAlias

from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import MATCHED, NAMED
from polesitter.relations.rivals.matching import matched
from polesitter.relations.rivals.one_name import shares_of
from polesitter.relations.signs.weigher import UNIT, Weigher
from polesitter.relations.statuses.unclassified import UNCLASSIFIED

HIGHEST: Final = 30.0
"""Log-odds beyond which a claim is no surer."""
Rivals: TypeAlias = Sequence[tuple[Claim, int]]
"""Claims of which one at most is right, each with its packed weight."""


def compete(groups: Sequence[Rivals], weighers: Mapping[str, Weigher]) -> None:
    """Share one probability among the rivals of each group, by their weights."""
    matched_in: dict[tuple[str, int], list[Rivals]] = {}
    for rivals in groups:
        claim = rivals[0][0]
        if claim.label in MATCHED:
            matched_in.setdefault((claim.label, claim.sentence), []).append(rivals)
        elif claim.label in NAMED:
            _choose(rivals, weighers[claim.label])
        else:
            _share(rivals, weighers[claim.label])
    for (label, _), values in matched_in.items():
        if len(values) == 1:
            _share(values[0], weighers[label])
        else:
            _match(values, weighers[label])
    for rivals in groups:
        label = rivals[0][0].label
        if len(rivals) > 1 and label != UNCLASSIFIED and label not in NAMED:
            _add_up([claim for claim, _ in rivals])


def odds_of(total: int, weigher: Weigher) -> list[float]:
    """The odds of each meaning against "nobody's"."""
    if weigher.n == 1:
        return [exp(min(total * UNIT, HIGHEST))]
    return [exp(min(logit, HIGHEST)) for logit in weigher.logits(total)]


def _share(rivals: Rivals, weigher: Weigher) -> None:
    """Share one probability among the claims on a value and "nobody's"."""
    _share_by([odds_of(total, weigher) for _, total in rivals], rivals, weigher)


def _add_up(rivals: Sequence[Claim]) -> None:
    """Give all that a competitor's names have of one value to the likeliest of them."""
    if len({claim.competitor for claim in rivals}) == len(rivals):
        return
    best: dict[str, Claim] = {}
    for claim in sorted(rivals, key=_likeliest, reverse=True):
        first = best.setdefault(claim.competitor, claim)
        if first is not claim:
            both = {name: first.scores[name] + claim.scores[name] for name in first.scores}
            first.scores = {name: min(1.0, chance) for name, chance in both.items()}
            claim.scores = dict.fromkeys(claim.scores, 0.0)


def _likeliest(claim: Claim) -> float:
    return max(claim.scores.values())


def _choose(rivals: Rivals, weigher: Weigher) -> None:
    """Share one probability among the teams or cars that a competitor may have, and none."""
    odds = [odds_of(total, weigher)[0] for _, total in rivals]
    chances = shares_of([str(claim.value) for claim, _ in rivals], odds)
    for (claim, _), chance in zip(rivals, chances, strict=True):
        claim.scores = {weigher.meanings[0]: chance}


def _match(values: Sequence[Rivals], weigher: Weigher) -> None:
    """Share one probability a value, where nobody takes two of the values."""
    names = weigher.meanings
    options = [
        [
            ((claim.competitor, name), chance)
            for claim, total in rivals
            for name, chance in zip(names, odds_of(total, weigher), strict=True)
        ]
        for rivals in values
    ]
    n = len(names)
    for rivals, odds in zip(values, matched(options), strict=True):
        _share_by([odds[at : at + n] for at in range(0, len(odds), n)], rivals, weigher)


def _share_by(odds: Sequence[Sequence[float]], rivals: Rivals, weigher: Weigher) -> None:
    """Fill the scores of the claims on one value by their odds in each meaning."""
    whole = 1.0 + sum([chance for own in odds for chance in own])
    meanings = weigher.meanings
    only = meanings[0] if len(meanings) == 1 else None
    for (claim, _), own in zip(rivals, odds, strict=True):
        if only is not None:
            claim.scores = {only: own[0] / whole}
        else:
            claim.scores = {
                name: chance / whole for name, chance in zip(meanings, own, strict=True)
            }
