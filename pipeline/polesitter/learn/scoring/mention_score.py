"""Scoring mentions: a span counts only with both bounds and the label right."""

from collections.abc import Iterable
from typing import TypeAlias

from polesitter.learn.scoring.by_name import ByName

LabelledSpan: TypeAlias = tuple[int, int, str]
"""Start, end (0-based, half-open) and label, in one unit on both sides."""


class MentionTally(ByName):
    """Spans by label."""

    __slots__ = ()

    def add(self, gold: Iterable[LabelledSpan], found: Iterable[LabelledSpan]) -> None:
        """Add one report."""
        wanted, got = set(gold), set(found)
        self.right.update(label for _, _, label in wanted & got)
        self.wrong.update(label for _, _, label in got - wanted)
        self.missed.update(label for _, _, label in wanted - got)
