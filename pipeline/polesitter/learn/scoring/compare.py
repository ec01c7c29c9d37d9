"""Two readings of the same reports, cell by cell: what is gained and what is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from polesitter.learn.corpus import GoldReport
from polesitter.learn.guide_names import COLUMNS
from polesitter.learn.predictions import Prediction
from polesitter.learn.scoring.bootstrap import Counts, Interval, paired_difference
from polesitter.learn.scoring.cells import Cell, CellTally, cells_of, counts_of
from polesitter.learn.scoring.whereabouts import Whereabouts

COST = {"right": 0, "spurious": 1, "missed": 1, "wrong": 2}
"""What a cell costs in F1: one that is wrong is both missed and spurious."""


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that fares better or worse. `old`, `new`: what is read; None for nothing.

    `gold`: what the text says, None for nothing. `sentence`: where it says so, or else
    where the value was read that is no longer, or newly, there.
    """

    report: str
    whose: str
    field: str
    gold: Any
    old: Any
    new: Any
    gained: bool
    sentence: str


@dataclass(slots=True)
class Comparison:
    """The cells of both sides, the difference of cell F1 (new less old), and every change."""

    reports: int = 0
    old: CellTally = field(default_factory=CellTally)
    new: CellTally = field(default_factory=CellTally)
    difference: Interval = field(default=Interval(0.0, 0.0, 0.0))
    changes: list[Change] = field(default_factory=list)

    def gains(self) -> list[Change]:
        """Return the cells that fare better."""
        return [change for change in self.changes if change.gained]

    def losses(self) -> list[Change]:
        """Return the cells that fare worse."""
        return [change for change in self.changes if not change.gained]


Key = tuple[int, str] | tuple[str, str, str]
"""A gold cell by row and field, or one that is none by competitor, field and value."""


def compare(
    golds: Iterable[GoldReport], old: Mapping[str, Prediction], new: Mapping[str, Prediction]
) -> Comparison:
    """Compare two sets of predictions by report id; a report that one lacks gave it nothing."""
    comparison = Comparison()
    before: list[Counts] = []
    after: list[Counts] = []
    for gold in golds:
        comparison.reports += 1
        was, now = old.get(gold.id, Prediction()), new.get(gold.id, Prediction())
        before.append(_add(gold, was, comparison.old))
        after.append(_add(gold, now, comparison.new))
        comparison.changes += changes_of(gold, was, now)
    comparison.difference = paired_difference(before, after)
    return comparison


def changes_of(gold: GoldReport, old: Prediction, new: Prediction) -> list[Change]:
    """Return the cells of one report that fare better or worse, in the order of the report."""
    was = {_key(cell): cell for cell in cells_of(gold.records, old.rows)}
    now = {_key(cell): cell for cell in cells_of(gold.records, new.rows)}
    where: Whereabouts | None = None
    changes = []
    for key in dict.fromkeys([*was, *now]):
        one, other = was.get(key), now.get(key)
        worth = _cost(one) - _cost(other)
        cell = one or other
        if not worth or cell is None:
            continue
        where = where or Whereabouts(gold)
        shown = (one, old) if one is not None and worth > 0 else (other, new)
        changes.append(
            Change(
                gold.id,
                cell.whose,
                cell.field,
                cell.gold,
                one.found if one is not None else None,
                other.found if other is not None else None,
                worth > 0,
                _sentence(where, cell, *shown),
            )
        )
    return sorted(changes, key=_place)


def _add(gold: GoldReport, found: Prediction, tally: CellTally) -> Counts:
    cells = cells_of(gold.records, found.rows)
    for cell in cells:
        tally.add(cell)
    return counts_of(cells)


def _sentence(where: Whereabouts, cell: Cell, read: Cell | None, prediction: Prediction) -> str:
    """Return the sentence that tells the gold value; else that in which a value was read."""
    if cell.gold_row is not None and cell.gold is not None:
        row = where.gold.records[cell.gold_row]
        heads = where.competitor(row)
        marks = where.of_value(cell.field, cell.gold)
        told = where.nearest(marks, heads) or heads
        if told:
            return where.sentence(told[0].start)
    if read is None or read.found_row is None or read.found_row >= len(prediction.evidence):
        return ""
    columns = COLUMNS[cell.field]
    cited = [one for one in prediction.evidence[read.found_row] if one.field in columns]
    return where.sentence(cited[0].start) if cited and where.gold.text else ""


def _key(cell: Cell) -> Key:
    if cell.gold_row is not None and cell.verdict != "spurious":
        return cell.gold_row, cell.field
    return cell.whose, cell.field, str(cell.found)


def _cost(cell: Cell | None) -> int:
    return COST[cell.verdict] if cell is not None else 0


def _place(change: Change) -> tuple[bool, str]:
    return change.gained, change.whose
