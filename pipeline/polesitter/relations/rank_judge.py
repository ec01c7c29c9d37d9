"""Judging a chain of competitors: the chance of each rank of each, as claims.

A linear-chain conditional random field (Lafferty and others 2001): what speaks for a rank
where a competitor is named is weighed together with the steps to and from its neighbours,
whatever ranks these have.
"""

from collections.abc import Iterator, Mapping
from math import exp
from typing import Final

import numpy as np

from polesitter.relations.claims import Claim
from polesitter.relations.rank_chain import RankChain, Way
from polesitter.relations.rank_evidence import FURTHEST
from polesitter.relations.rank_odds import Floats, rank_chances
from polesitter.relations.rank_signs import RankKey, rank_part
from polesitter.relations.signs import Family, Part, Shapes
from polesitter.relations.step_signs import PARITIES, parity_of
from polesitter.relations.weigher import Weigher

RANKED: Final = "RANK"
"""Label of the model of ranks, and of the claims to them."""
STEPPED: Final = "STEP"
"""Label of the model of steps."""
RULE: Final = "rank.chain"
FAINT: Final = 0.05
"""What is less probable is not claimed."""
TAKEN: Final = 0.5
"""A rank that words tell this surely of another of the class is counted for nobody else."""
HIGHEST: Final = 25.0
"""Log-odds beyond which nothing is surer."""
MEMO_LIMIT: Final = 1 << 16
PARITY_OF: Final = np.array([parity_of(rank) for rank in range(1, FURTHEST + 1)])
TOLD_NEAR: Final = 12
"""Links between a rank that is told and one that is counted from it."""


class RankJudge:
    """Judges the chains of all reports by one model of ranks and one of steps."""

    def __init__(self, ranks: Weigher, steps: Weigher) -> None:
        self.ranks, self.steps = ranks, steps
        self._known: dict[RankKey, float] = {}
        self._parities: dict[tuple[Family, Shapes], list[float]] = {}

    def judge(self, chain: RankChain) -> Iterator[Claim]:
        """Claims to every rank that may be a competitor's, likely enough to be claimed."""
        chances = self.chances(chain)
        best: dict[tuple[str, int], tuple[float, int]] = {}
        for at, link in enumerate(chain.links):
            own = chances[at]
            for place in np.flatnonzero(own >= FAINT).tolist():
                key, chance = (link.competitor, place + 1), float(own[place])
                if chance > best.get(key, (0.0, 0))[0]:
                    best[key] = (chance, at)
        for (who, rank), (chance, at) in best.items():
            link = chain.links[at]
            proof = chain.evidence.proof.get((who, rank))
            if proof is None and chain.evidence.rival(who, rank) >= TAKEN:
                continue
            if proof is not None:
                head, mention, sentence = proof.head, proof.mention, proof.sentence
            else:
                head, sentence = link.mention, link.sentence
                mention = _counted_from(chain, best, at)
            scores = {"position": min(1.0, chance)}
            yield Claim(RANKED, who, head, mention, sentence, str(rank), (), scores, RULE)

    def chances(self, chain: RankChain) -> Floats:
        """The chance of each rank at each link, (links, ranks)."""
        known: dict[int, list[float]] = {}
        for keys in chain.ranks:
            if id(keys) not in known:
                known[id(keys)] = [self._rank(key) for key in keys]
        ranks = np.array([known[id(keys)] for keys in chain.ranks])
        none = [_odds(self.ranks.logits(self.ranks.total((part,)))[0]) for part in chain.none]
        # First the steps from who has a rank, then those over who has none.
        steps = np.array(
            [[self._way(on), self._way(off)] for on, off in zip(chain.on, chain.off, strict=True)]
        )
        if len(steps):
            steps = steps.transpose(0, 3, 1, 2)[..., PARITY_OF[: ranks.shape[1]]] - 1.0
        return rank_chances(ranks, none, steps)

    def _rank(self, key: RankKey) -> float:
        odds = self._known.get(key)
        if odds is None:
            if len(self._known) >= MEMO_LIMIT:
                self._known.clear()
            weigher = self.ranks
            # Of what was taught it is 0, as it would count for every state alike, none too;
            # of what nobody taught it speaks against all ranks.
            total = weigher.bias + weigher.total((rank_part(key),))
            odds = self._known[key] = _odds(weigher.logits(total)[0])
        return odds

    def _way(self, way: Way) -> list[list[float]]:
        """The odds of the steps of a way, by the parity of where they start."""
        weigher = self.steps
        base = weigher.logits(weigher.bias + weigher.total(way.parts))
        if not way.by_parity:
            return [[_odds(logit) for logit in base]] * len(PARITIES)
        return [
            [_odds(logit + more) for logit, more in zip(base, self._parity(part), strict=True)]
            for part in way.by_parity
        ]

    def _parity(self, part: Part) -> list[float]:
        """What the parity adds to the log-odds of steps; there are few kinds of it."""
        family, _, key = part
        logits = self._parities.get((family, key))
        if logits is None:
            logits = self.steps.logits(self.steps.total((part,)))
            self._parities[family, key] = logits
        return logits


def _odds(logit: float) -> float:
    return exp(min(max(logit, -HIGHEST), HIGHEST))


def _counted_from(
    chain: RankChain, best: Mapping[tuple[str, int], tuple[float, int]], at: int
) -> int:
    """The mention that tells the rank which a link's was counted from; else the link's own."""
    proof = chain.evidence.proof
    for distance in range(1, TOLD_NEAR + 1):
        for near in (at - distance, at + distance):
            if 0 <= near < len(chain.links):
                who = chain.links[near].competitor
                told = [
                    (chance, proof[whose, rank].mention)
                    for (whose, rank), (chance, _) in best.items()
                    if whose == who and (whose, rank) in proof
                ]
                if told:
                    return max(told)[1]
    return chain.links[at].mention
