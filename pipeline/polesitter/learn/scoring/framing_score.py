"""Scoring framing: whether the pipeline knows what each figure speaks of."""

from collections.abc import Mapping, Sequence

from polesitter.learn.scoring.by_name import ByName
from polesitter.relations.framing.statement import FRAMED, OUTCOME
from polesitter.types import Mention

Bounds = tuple[int, int]


class FramingTally(ByName):
    """Annotated figures by their framing; one that was not found is missed."""

    __slots__ = ()

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

    def names(self) -> list[str]:
        """Return the framings on either side, the commonest in the gold first."""
        names = {*self.right, *self.wrong, *self.missed}
        return sorted(names, key=self._rank)

    def accuracy(self) -> float:
        """Return the share of the annotated figures found and framed rightly."""
        return self.right.total() / max(1, self.gold())

    def _rank(self, framing: str) -> tuple[int, str]:
        return (-self.gold(framing), framing)
