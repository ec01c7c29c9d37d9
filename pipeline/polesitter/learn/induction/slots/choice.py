"""Which candidates are kept: the least general good ones, none that another makes needless."""

from collections.abc import Iterable, Mapping, Sequence

from polesitter.learn.induction.slots.candidate import SESSIONS, Candidate, Place
from polesitter.learn.induction.slots.evidence import Evidence
from polesitter.learn.induction.slots.judgement import FLOOR, Judgement

Judged = Mapping[Candidate, Judgement]


def good(judged: Judged) -> set[Candidate]:
    """The candidates borne out by enough sessions, and trusted on those held out."""
    return {
        candidate
        for candidate, judgement in judged.items()
        if judgement.support >= SESSIONS and judgement.worth >= FLOOR
    }


def least_general(
    found: Mapping[Candidate, Sequence[Place]], kept: set[Candidate]
) -> set[Candidate]:
    """For each pair the least general of its good patterns."""
    best: dict[tuple[str, Place], Candidate] = {}
    for candidate in sorted(kept, key=_most_specific_first):
        for place in found[candidate]:
            best.setdefault((candidate.relation, place), candidate)
    return set(best.values())


def needed(
    chosen: Iterable[Candidate],
    evidence: Mapping[Candidate, Evidence],
    judged: Judged,
    known: Iterable[tuple[str, Evidence]] = (),
) -> list[Candidate]:
    """Those whose right pairs no other rule of the relation finds as reliably.

    `known`: relation and evidence of the rules that stand already. The pattern that
    finds most is looked at first, so that of two that find the same one stays.
    """
    rivals: dict[str, list[tuple[set[Place], float]]] = {}
    for relation, one in known:
        share = len(one.right) / max(1, len(one.right) + len(one.wrong))
        rivals.setdefault(relation, []).append((one.right, share))
    kept = []
    for candidate in sorted(chosen, key=_Widest(evidence)):
        right, precision = evidence[candidate].right, judged[candidate].precision
        others = rivals.setdefault(candidate.relation, [])
        if not any(right <= more and precision <= share + MARGIN for more, share in others):
            others.append((right, precision))
            kept.append(candidate)
    return kept


MARGIN = 0.05
"""Precision that a narrower pattern must gain to stand beside a wider one."""


def _most_specific_first(candidate: Candidate) -> tuple[tuple[int, int], int, str, str]:
    return candidate.rank, -len(candidate.pattern), candidate.relation, candidate.pattern


class _Widest:
    """Sorts the patterns that find most first, then those that are easier to read."""

    def __init__(self, evidence: Mapping[Candidate, Evidence]) -> None:
        self.evidence = evidence

    def __call__(self, candidate: Candidate) -> tuple[int, int, str, str]:
        found = len(self.evidence[candidate].right)
        return -found, len(candidate.pattern), candidate.relation, candidate.pattern
