"""Judging a chain of competitors: the chance of each rank of each, as claims.

A linear-chain conditional random field (Lafferty and others 2001): what speaks for a rank
where a competitor is named is weighed together with the steps to and from its neighbours,
whatever ranks these have.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from polesitter.relations.claims.claim import Claim
from polesitter.relations.ranks.chain import RankChain, Way
from polesitter.relations.ranks.evidence import FURTHEST, RankEvidence
from polesitter.relations.ranks.odds import Floats, rank_chances
from polesitter.relations.ranks.signs import RankKey, rank_part
from polesitter.relations.ranks.step_signs import PARITIES, parity_of
from polesitter.relations.signs.family import Family, Shapes
from polesitter.relations.signs.weigher import Weigher, all_unpacked

RANKED: Final = "RANK"
"""Label of the model of ranks, and of the claims to them."""
STEPPED: Final = "STEP"
"""Label of the model of steps."""
RULE: Final = "rank.chain"
FAINT: Final = 0.05
"""What is less probable is not claimed."""
TAKEN: Final = 0.5
"""A rank that words tell this surely of another of the class, who is likelier to have it by all
that is told, is counted for nobody else."""
DIGITS: Final = 9
"""Decimals of a chance: the last bits of sums hang on the processor, and might decide a tie."""
HIGHEST: Final = 25.0
"""Log-odds beyond which nothing is surer."""
MEMO_LIMIT: Final = 1 << 16
UNSEEN: Final = -1.0
"""In place of the odds of a rank whose key is new."""
PARITY_OF: Final = np.array([parity_of(rank) for rank in range(1, FURTHEST + 1)])
ALIKE: Final = (0,) * len(PARITIES)
"""What parities add to a way that they say nothing of."""
TOLD_NEAR: Final = 12
"""Links between a rank that is told and one that is counted from it."""

Best = dict[tuple[str, int], tuple[float, int]]
"""Competitor and rank -> how probable it is where it is likeliest, and at which link."""


class RankJudge:
    """Judges the chains of all reports by one model of ranks and one of steps."""

    def __init__(self, ranks: Weigher, steps: Weigher) -> None:
        self.ranks, self.steps = ranks, steps
        self._known: dict[RankKey, float] = {}
        self._parities: dict[tuple[Family, Shapes], tuple[int, ...]] = {}

    def judge(self, chain: RankChain) -> Iterator[Claim]:
        """Claims to every rank that may be a competitor's, likely enough to be claimed.

        The signs of each are those of the rank itself, without the steps to it.
        """
        chances = self.chances(chain)
        best: Best = {}
        likely = chances >= FAINT
        links, places = likely.nonzero()
        for at, place, chance in zip(
            links.tolist(), places.tolist(), chances[likely].tolist(), strict=True
        ):
            key = (chain.links[at].competitor, place + 1)
            if chance > best.get(key, (0.0, 0))[0]:
                best[key] = (chance, at)
        counted = _Counted(chain, best)
        for (who, rank), (chance, at) in best.items():
            link = chain.links[at]
            proof = chain.evidence.proof.get((who, rank))
            if proof is None and _is_taken(chain.evidence, best, who, rank):
                continue
            if proof is not None:
                head, mention, sentence = proof.head, proof.mention, proof.sentence
            else:
                head, sentence = link.mention, link.sentence
                mention = counted.mention(at)
            scores = {"position": min(1.0, round(chance, DIGITS))}
            parts = (rank_part(chain.ranks[at][rank - 1]),)
            yield Claim(RANKED, who, head, mention, sentence, str(rank), parts, scores, RULE)

    def chances(self, chain: RankChain) -> Floats:
        """The chance of each rank at each link, (links, ranks)."""
        ranks = self._ranks(chain.ranks)
        none = _odds([self.ranks.total((part,)) for part in chain.none], self.ranks)[:, 0].tolist()
        return rank_chances(ranks, none, self._steps(chain)[..., PARITY_OF[: ranks.shape[1]]])

    def _ranks(self, chain: Sequence[Sequence[RankKey]]) -> Floats:
        """The odds of all ranks by their keys; those not seen before are learnt together."""
        known, weigher = self._known, self.ranks
        if len(known) >= MEMO_LIMIT:
            known.clear()
        rows: dict[int, list[float]] = {}
        new: dict[RankKey, list[tuple[list[float], int]]] = {}
        for keys in chain:
            if id(keys) not in rows:
                row = rows[id(keys)] = [known.get(key, UNSEEN) for key in keys]
                if UNSEEN in row:
                    for at, odds in enumerate(row):
                        if odds == UNSEEN:
                            new.setdefault(keys[at], []).append((row, at))
        # Of what was taught the bias is 0, as it would count for every state alike, none too;
        # of what nobody taught it speaks against all ranks.
        totals = [weigher.bias + weigher.total((rank_part(key),)) for key in new]
        for (key, places), odds in zip(
            new.items(), _odds(totals, weigher)[:, 0].tolist(), strict=True
        ):
            known[key] = odds
            for row, at in places:
                row[at] = odds
        return np.array([rows[id(keys)] for keys in chain])

    def _steps(self, chain: RankChain) -> Floats:
        """The odds, less one, of all steps, (links less one, WAYS, HELD or PASSED, parities)."""
        weigher = self.steps
        totals: list[int] = []
        for ways in zip(chain.on, chain.off, strict=True):
            for way in ways:
                base = weigher.bias + weigher.total(way.parts)
                totals += [base + more for more in self._parities_of(way)]
        odds = _odds(totals, weigher) - 1.0
        return odds.reshape(-1, 2, len(PARITIES), weigher.n).transpose(0, 3, 1, 2)

    def _parities_of(self, way: Way) -> tuple[int, ...]:
        """What each parity adds to the weights of a way; there are few kinds of it."""
        if not way.by_parity:
            return ALIKE
        # What tells of the first parity tells of the others.
        family, _, key = way.by_parity[0]
        known = self._parities.get((family, key))
        if known is None:
            known = tuple([self.steps.total((part,)) for part in way.by_parity])
            self._parities[family, key] = known
        return known


def _odds(totals: Sequence[int], weigher: Weigher) -> Floats:
    """The odds of each meaning, (totals, meanings)."""
    odds: Floats = np.exp(all_unpacked(totals, weigher.n).clip(-HIGHEST, HIGHEST))
    return odds


def _is_taken(evidence: RankEvidence, best: Best, who: str, rank: int) -> bool:
    """Whether words tell a rank of a rival of the class, who has it at least as surely."""
    own, _ = best[who, rank]
    return any(
        told >= TAKEN and rival != who and (rival, rank) in best and best[rival, rank][0] >= own
        for told, rival in evidence.taken.get((evidence.class_of.get(who), rank), ())
    )


class _Counted:
    """Finds the mentions that tell the ranks which others are counted from."""

    def __init__(self, chain: RankChain, best: Best) -> None:
        self.chain = chain
        self.told: dict[str, tuple[float, int]] = {}
        """Competitor -> the likeliest rank that is told of it: how probable, by which mention."""
        for (who, rank), (chance, _) in best.items():
            proof = chain.evidence.proof.get((who, rank))
            if proof is not None:
                told = (chance, proof.mention)
                self.told[who] = max(self.told.get(who, told), told)

    def mention(self, at: int) -> int:
        """The mention that tells the rank which a link's was counted from; else its own."""
        links = self.chain.links
        for distance in range(1, TOLD_NEAR + 1):
            for near in (at - distance, at + distance):
                if 0 <= near < len(links):
                    told = self.told.get(links[near].competitor)
                    if told is not None:
                        return told[1]
        return links[at].mention
