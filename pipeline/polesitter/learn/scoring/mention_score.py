"""Scoring mentions: a span counts only with both bounds and the label right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from polesitter.learn.scoring.score import Score, score_of

LabelledSpan: TypeAlias = tuple[int, int, str]
"""Start, end (0-based, half-open) and label, in one unit on both sides."""


@dataclass(slots=True)
class MentionTally:
    """Spans right, wrong and missed, by label."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Iterable[LabelledSpan], found: Iterable[LabelledSpan]) -> None:
        """Add one report."""
        wanted, got = set(gold), set(found)
        self.right.update(label for _, _, label in wanted & got)
        self.wrong.update(label for _, _, label in got - wanted)
        self.missed.update(label for _, _, label in wanted - got)

    def labels(self) -> list[str]:
        """Return the labels on either side, sorted."""
        return sorted({*self.right, *self.wrong, *self.missed})

    def gold_spans(self, *labels: str) -> int:
        """Return how many spans of some labels the gold has, of all if none is named."""
        chosen = labels or tuple(self.labels())
        return sum(self.right[label] + self.missed[label] for label in chosen)

    def score(self, *labels: str) -> Score:
        """Return the score of some labels, of all if none is named."""
        chosen = labels or tuple(self.labels())
        counters = (self.right, self.wrong, self.missed)
        return score_of(*[sum(each[label] for label in chosen) for each in counters])
