"""Models of ranks and steps made by hand, and what they claim of marked reports."""

from polesitter.entities.linear import LinearModel
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.ranks.judge import RANKED, STEPPED, RankJudge
from polesitter.relations.signs.weigher import Weigher

from ...marked import frames, names
from ...ranked import Told, chain_of

SURE = 0.995
"""Of the highest grade."""
RANKS = LinearModel(
    ("no", *MEANINGS[RANKED]),
    {"rank:8": (9.0,), "rank:0": (-1.0,), "none best:0": (-6.0,), "none status:4 best:0": (24.0,)},
)
"""Believes what is told for sure; whoever has no status has some rank."""


def steps(**words: dict[str, float]) -> LinearModel:
    """Weighs words between neighbours, alike from who has a rank and over who has none.

    `words`: way -> the words that tell it, and how surely.
    """
    ways = MEANINGS[STEPPED]
    weights: dict[str, list[float]] = {"": [0.0] * len(ways)}
    for way, told in words.items():
        for word, weight in told.items():
            for start in ("in in:", "off in in:", "x only in:", "x last in:", "off x only in:"):
                weights.setdefault(start + word, [0.0] * len(ways))[ways.index(way)] = weight
    return LinearModel(("no", *ways), weights)


STEPS = steps(behind={"then": 9.0}, ahead={"behind": 9.0}, same={"alias": 9.0})


def judge_of(ranks: LinearModel = RANKS, steps: LinearModel = STEPS) -> RankJudge:
    return RankJudge(Weigher(ranks), Weigher(steps))


def claimed(marked: str, *told: Told | Claim, judge: RankJudge | None = None) -> list[Claim]:
    chain, _ = chain_of(marked, *told)
    return list((judge or judge_of()).judge(chain))


def likely(marked: str, *told: Told | Claim, judge: RankJudge | None = None) -> dict[str, int]:
    """Competitor -> the rank that it has rather than not."""
    _, view = frames(marked)
    return {
        names(view)[claim.competitor]: int(str(claim.value))
        for claim in claimed(marked, *told, judge=judge)
        if claim.scores["position"] > 0.5
    }
