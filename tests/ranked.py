"""Chains of ranks of marked reports whose claims are judged by hand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged
from polesitter.relations.ranks.chain import RankChain, find_rank_chain
from polesitter.relations.ranks.evidence import RankEvidence, rank_evidence
from polesitter.relations.ranks.keys import RankKeys
from polesitter.relations.ranks.signs import rank_part
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import names_of

from .marked import frames, names

HEAD: int = 98
"""The mention that a claim made by hand has for its competitor's."""


class Told(NamedTuple):
    """A claim: whose, to which rank, how probable, where, in what words."""

    who: str
    rank: int | str
    chance: float = 0.95
    sentence: int = 0
    label: str = "POSITION"
    mention: int = 99
    grid: float = 0.0


def judged(
    marked: str, *told: Told | Claim, classes: Mapping[str, str] | None = None
) -> tuple[View, Judged]:
    """A marked report with these claims alone; `classes`: name -> what it is told under."""
    found, view = frames(marked)
    ids = {name: who for who, name in names(view).items()}
    claims = [own if isinstance(own, Claim) else _claim(own, ids) for own in told]
    under = [
        ContextClaim(ids[name], value, HEAD, 9, 0, (), 0.9)
        for name, value in (classes or {}).items()
    ]
    return view, Judged(found, claims, classes=under)


def chain_of(
    marked: str,
    *told: Told | Claim,
    classes: Mapping[str, str] | None = None,
    asked: Sequence[Claim] = (),
) -> tuple[RankChain, dict[str, str]]:
    """The chain of a marked report with these claims, and the names of its competitors.

    `asked`: what the words say of each being classified at all.
    """
    view, all_told = judged(marked, *told, classes=classes)
    chain = find_rank_chain(view, all_told.frames, all_told, asked)
    assert chain is not None
    return chain, names(view)


def _claim(told: Told, ids: Mapping[str, str]) -> Claim:
    scores = {"position": told.chance, "grid": told.grid}
    return Claim(
        told.label, ids[told.who], HEAD, told.mention, told.sentence, str(told.rank), (), scores
    )


LIST = "[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER)."


def evidence_of(
    *told: Told | Claim,
    marked: str = LIST,
    classes: dict[str, str] | None = None,
    asked: Sequence[Claim] = (),
) -> tuple[RankEvidence, dict[str, str]]:
    """What the claims tell, and name -> competitor."""
    view, all_told = judged(marked, *told, classes=classes)
    return rank_evidence(view, all_told, asked), {name: who for who, name in names(view).items()}


def signs(
    who: str,
    rank: int,
    *told: Told | Claim,
    sentence: int = 9,
    classes: dict[str, str] | None = None,
) -> set[str]:
    """What speaks for a rank of a competitor where a sentence names it."""
    found, ids = evidence_of(*told, classes=classes)
    return set(names_of([rank_part(RankKeys(found).of(ids[who], sentence)[rank - 1])]))
