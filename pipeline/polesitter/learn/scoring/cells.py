"""The cells of a report, one by one: right, wrong, missed or spurious.

A cell is one (row, field, value). Every figure about cells, and every list of them, is
counted from here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from polesitter.learn.scoring.align import FIELDS, Row, match_rows, name_of, same_cell, stated
from polesitter.learn.scoring.bootstrap import Counts
from polesitter.learn.scoring.by_name import ByName

Verdict = Literal["right", "wrong", "missed", "spurious"]
"""Wrong: both sides state the field and disagree. Spurious: only the prediction states it."""

RowPair: TypeAlias = tuple[int | None, int | None]
"""Index of a gold row and of the found row aligned with it; None where one is alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of one competitor. `gold_row`, `found_row`: row numbers within the report."""

    whose: str
    field: str
    verdict: Verdict
    gold: Any = None
    found: Any = None
    gold_row: int | None = None
    found_row: int | None = None


def cells_of(gold: Sequence[Row], found: Sequence[Row]) -> list[Cell]:
    """Return every cell that either side states, row by row."""
    return [cell for pair in row_pairs(gold, found) for cell in row_cells(gold, found, pair)]


def row_pairs(gold: Sequence[Row], found: Sequence[Row]) -> list[RowPair]:
    """Return missed rows, then spurious ones, then those that were aligned."""
    pairs = match_rows([stated(row) for row in gold], [stated(row) for row in found])
    known = {i for i, _ in pairs}, {j for _, j in pairs}
    missed: list[RowPair] = [(i, None) for i in range(len(gold)) if i not in known[0]]
    spurious: list[RowPair] = [(None, j) for j in range(len(found)) if j not in known[1]]
    return [*missed, *spurious, *pairs]


def row_cells(gold: Sequence[Row], found: Sequence[Row], pair: RowPair) -> list[Cell]:
    """Return the cells of one pair of rows, in the order of FIELDS."""
    i, j = pair
    wanted = stated(gold[i]) if i is not None else {}
    got = stated(found[j]) if j is not None else {}
    whose = name_of(wanted or got)
    return [
        Cell(whose, name, _verdict(name, wanted, got), wanted.get(name), got.get(name), i, j)
        for name in FIELDS
        if name in wanted or name in got
    ]


class CellTally(ByName):
    """Cells by field."""

    __slots__ = ()

    def add(self, cell: Cell) -> None:
        """Add one cell; a wrong one costs precision and recall."""
        self.right[cell.field] += cell.verdict == "right"
        self.wrong[cell.field] += cell.verdict in ("wrong", "spurious")
        self.missed[cell.field] += cell.verdict in ("wrong", "missed")


def counts_of(cells: Iterable[Cell], *fields: str) -> Counts:
    """Return how many cells of some fields, or of all, are right, wrong and missed."""
    tally = CellTally()
    for cell in cells:
        tally.add(cell)
    return tally.counts(*fields)


def _verdict(name: str, gold: Row, found: Row) -> Verdict:
    if name not in found:
        return "missed"
    if name not in gold:
        return "spurious"
    return "right" if same_cell(name, gold, found) else "wrong"
