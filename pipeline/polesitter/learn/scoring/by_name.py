"""What is right, wrong and missed, by name: cells by field, mentions by label."""

from collections import Counter
from dataclasses import dataclass, field

from polesitter.learn.scoring.bootstrap import Counts
from polesitter.learn.scoring.f1 import Score, score_of


@dataclass(slots=True)
class ByName:
    """Items right, wrong and missed, each under a name.

    Its methods tell of the items of some names, of all if none is named.
    """

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def names(self) -> list[str]:
        """Return the names on either side, sorted."""
        return sorted({*self.right, *self.wrong, *self.missed})

    def counts(self, *names: str) -> Counts:
        """Return how many items are right, wrong and missed."""
        chosen = names or self.names()
        right, wrong, missed = (
            sum(each[name] for name in chosen) for each in (self.right, self.wrong, self.missed)
        )
        return right, wrong, missed

    def gold(self, *names: str) -> int:
        """Return how many items the gold has."""
        right, _, missed = self.counts(*names)
        return right + missed

    def score(self, *names: str) -> Score:
        """Return precision, recall and F1."""
        return score_of(*self.counts(*names))
