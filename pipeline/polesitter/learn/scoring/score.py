"""Scoring the rows of a report against those a careful reader would write.

Cells follow the literature on text-to-table (Wu et al. 2022): one (row, field, value)
per field that is stated, precision and recall over all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.learn.scoring.align import Row, name_of, stated
from polesitter.learn.scoring.cells import CellTally, row_cells, row_pairs
from polesitter.learn.scoring.f1 import Score, score_of


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

    cells: CellTally = field(default_factory=CellTally)
    rows_matched: int = 0
    rows_gold: int = 0
    rows_found: int = 0
    rows_exact: int = 0
    reports: int = 0
    reports_exact: int = 0

    def rows(self) -> Score:
        """Return the score of rows, a row being right where it was aligned."""
        spurious = self.rows_found - self.rows_matched
        return score_of(self.rows_matched, spurious, self.rows_gold - self.rows_matched)


def score_report(gold: Sequence[Row], found: Sequence[Row], tally: Tally) -> list[Difference]:
    """Add one report to the tally; return where they disagree."""
    tally.reports += 1
    tally.rows_gold += len(gold)
    tally.rows_found += len(found)
    differences: list[Difference] = []
    for pair in row_pairs(gold, found):
        cells = row_cells(gold, found, pair)
        for cell in cells:
            tally.cells.add(cell)
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
