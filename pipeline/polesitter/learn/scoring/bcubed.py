"""Scoring references by B-cubed (Bagga and Baldwin 1998).

Each mention asks: of those grouped with me, how many are the same as I am in the gold
(precision); of those that are, how many are grouped with me (recall)? Strictly: a
mention that was not found recalls nothing, and one that is none has precision 0.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polesitter.learn.scoring.f1 import Score
from polesitter.learn.scoring.mention_score import LabelledSpan
from polesitter.text.plain import Mark
from polesitter.types import Mention

RESOLVED = ("DRIVER", "TEAM")
"""Labels whose references are scored."""

Clusters = Mapping[LabelledSpan, str]
"""Mention -> the entity it belongs to."""


def _sums() -> defaultdict[str, float]:
    return defaultdict(float)


@dataclass(slots=True)
class ReferenceTally:
    """Sums over the mentions of reports, by label."""

    precision: defaultdict[str, float] = field(default_factory=_sums)
    recall: defaultdict[str, float] = field(default_factory=_sums)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Clusters, found: Clusters) -> None:
        """Add one report."""
        for span in found:
            self.found[span[2]] += 1
            self.precision[span[2]] += share_alike(span, found, gold)
        for span in gold:
            self.gold[span[2]] += 1
            self.recall[span[2]] += share_alike(span, gold, found)

    def score(self, *labels: str) -> Score:
        """Return the mean over the mentions of some labels, of all if none is named."""
        chosen = labels or RESOLVED
        n_found = sum(self.found[label] for label in chosen)
        n_gold = sum(self.gold[label] for label in chosen)
        precision = sum(self.precision[label] for label in chosen) / max(1, n_found)
        recall = sum(self.recall[label] for label in chosen) / max(1, n_gold)
        total = precision + recall
        return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


def share_alike(span: LabelledSpan, own: Clusters, other: Clusters) -> float:
    """Return what share of a mention's group in `own` is in its group in `other` too.

    0 where `other` lacks the mention.
    """
    if span not in other:
        return 0.0
    group = {each for each, entity in own.items() if entity == own[span]}
    same = {each for each in group if other.get(each) == other[span]}
    return len(same) / len(group)


def gold_clusters(marks: Sequence[Mark]) -> dict[LabelledSpan, str]:
    """Return the entity of every marked driver and team; a mark without id stands alone."""
    return {
        (mark.start, mark.end, mark.label): mark.id or f"{mark.start}"
        for mark in marks
        if mark.label in RESOLVED
    }


def found_clusters(mentions: Sequence[Mention]) -> dict[LabelledSpan, str]:
    """Return the entity of every driver and team found; one without entity stands alone."""
    return {
        (one.start, one.end, one.label): one.entity_id or f"{one.start}"
        for one in mentions
        if one.label in RESOLVED
    }
