"""Scoring framing: whether the pipeline knows what each figure speaks of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polesitter.learn.scoring.score import Score, score_of
from polesitter.relations.framing.statement import FRAMED, OUTCOME
from polesitter.types import Mention

Bounds = tuple[int, int]


@dataclass(slots=True)
class FramingTally:
    """Annotated figures by their framing; one that was not found is missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Mapping[Bounds, str], mentions: Sequence[Mention]) -> None:
        """Add one report. Figures that nobody annotated are not judged."""
        found = {
            (one.start, one.end): one.framing or OUTCOME
            for one in mentions
            if one.label in FRAMED
        }  # fmt: skip
        for bounds, framing in gold.items():
            told = found.get(bounds)
            self.right[framing] += told == framing
            self.missed[framing] += told != framing
            if told is not None and told != framing:
                self.wrong[told] += 1

    def framings(self) -> list[str]:
        """Return the framings on either side, the commonest in the gold first."""
        names = {*self.right, *self.wrong, *self.missed}
        return sorted(names, key=self._rank)

    def gold(self, *framings: str) -> int:
        """Return how many figures have some framings, any if none is named."""
        return sum(self.right[name] + self.missed[name] for name in framings or self.framings())

    def accuracy(self) -> float:
        """Return the share of the annotated figures found and framed rightly."""
        return self.right.total() / max(1, self.gold())

    def score(self, framing: str) -> Score:
        """Return the score of one framing."""
        return score_of(self.right[framing], self.wrong[framing], self.missed[framing])

    def _rank(self, framing: str) -> tuple[int, str]:
        return (-self.gold(framing), framing)
