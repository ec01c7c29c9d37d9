"""Cohen's kappa: agreement beyond what two annotators would reach by chance (Cohen 1960)."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Confusion:
    """How often A gave one category and B another; each unit is counted once."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, a: str, b: str) -> None:
        """Count one unit."""
        self.counts[a, b] += 1

    def kappa(self, category: str | None = None) -> float | None:
        """Return kappa over all categories, or of one against the rest.

        None where it is undefined: no units, or both annotators gave all of them one
        category, so that they could not but agree.
        """
        total = self.counts.total()
        if not total:
            return None
        merged = Counter[tuple[str, str]]()
        for (a, b), number in self.counts.items():
            merged[_side(a, category), _side(b, category)] += number
        first, second = Counter[str](), Counter[str]()
        for (a, b), number in merged.items():
            first[a] += number
            second[b] += number
        observed = sum(number for (a, b), number in merged.items() if a == b) / total
        expected = sum(first[one] * second[one] for one in first) / total**2
        return None if expected == 1 else (observed - expected) / (1 - expected)


def _side(given: str, category: str | None) -> str:
    """The category itself, or, where one is asked for, whether it is that one."""
    return given if category is None else str(given == category)
