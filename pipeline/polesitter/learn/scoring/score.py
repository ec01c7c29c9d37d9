"""Scoring the rows of a report against those a careful reader would write.

Cells follow the literature on text-to-table (Wu et al. 2022): one (row, field, value)
per field that is stated, precision and recall over all of them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.learn.scoring.align import FIELDS, Row, name_of, stated
from polesitter.learn.scoring.cells import Cell, row_cells, row_pairs


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 where undefined."""

    precision: float
    recall: float
    f1: float


def score_of(right: float, wrong: float, missed: float) -> Score:
    """Return the score of so many right, wrong and missed items."""
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where prediction and gold disagree: a whole row (`field` None) or one cell.

    `whose` names the row. A row that is missed has no `found`, a spurious one no `gold`.
    """

    whose: str
    field: str | None
    gold: Any
    found: Any


@dataclass(slots=True)
class Tally:
    """Counts over reports: cells by field, rows, and what is right down to the last cell."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    rows_matched: int = 0
    rows_gold: int = 0
    rows_found: int = 0
    rows_exact: int = 0
    reports: int = 0
    reports_exact: int = 0

    def add(self, cell: Cell) -> None:
        """Add one cell; a wrong one costs precision and recall."""
        self.right[cell.field] += cell.verdict == "right"
        self.wrong[cell.field] += cell.verdict in ("wrong", "spurious")
        self.missed[cell.field] += cell.verdict in ("wrong", "missed")

    def cells(self, *fields: str) -> Score:
        """Return the score of the cells of some fields, of all if none is named."""
        return score_of(*self.counts(*fields))

    def counts(self, *fields: str) -> tuple[int, int, int]:
        """Return how many cells are right, wrong and missed."""
        chosen = fields or FIELDS
        right, wrong, missed = (
            sum(each[name] for name in chosen) for each in (self.right, self.wrong, self.missed)
        )
        return right, wrong, missed

    def rows(self) -> Score:
        """Return the score of rows, a row being right where it was aligned."""
        spurious = self.rows_found - self.rows_matched
        return score_of(self.rows_matched, spurious, self.rows_gold - self.rows_matched)

    def gold_cells(self, name: str) -> int:
        """Return how many cells of a field the gold has."""
        return self.right[name] + self.missed[name]


def score_report(gold: Sequence[Row], found: Sequence[Row], tally: Tally) -> list[Difference]:
    """Add one report to the tally; return where they disagree."""
    tally.reports += 1
    tally.rows_gold += len(gold)
    tally.rows_found += len(found)
    differences: list[Difference] = []
    for pair in row_pairs(gold, found):
        cells = row_cells(gold, found, pair)
        for cell in cells:
            tally.add(cell)
        i, j = pair
        if i is None or j is None:
            wanted = stated(gold[i]) if i is not None else None
            got = stated(found[j]) if j is not None else None
            differences.append(Difference(name_of(wanted or got or {}), None, wanted, got))
            continue
        unlike = [cell for cell in cells if cell.verdict != "right"]
        tally.rows_matched += 1
        tally.rows_exact += not unlike
        differences += [Difference(c.whose, c.field, c.gold, c.found) for c in unlike]
    tally.reports_exact += not differences
    return differences
