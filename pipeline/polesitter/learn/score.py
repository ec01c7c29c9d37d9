"""Scoring the rows of a report against those a careful reader would write.

Cells follow the literature on text-to-table (Wu et al. 2022): one (row, field, value)
per field that is stated, precision and recall over all of them. Rows are aligned by
driver, else by number, team or place, within the report.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.learn.same import norm, same, same_driver, same_name, surname

FIELDS = (
    "class", "position", "grid", "driver", "team", "car", "number", "speed",
    "lap_time", "gap", "gap_to", "segment", "status",
)  # fmt: skip

Row = Mapping[str, Any]
"""A row as in corpus/GUIDE.md: field -> value, None where nothing is stated."""

SAME_DRIVER, SHARED_DRIVER, SAME_NUMBER, SAME_TEAM, SAME_PLACE = 10.0, 8.0, 6.0, 4.0, 2.0
SAME_CLASS, OTHER_CLASS, SAME_CELL = 1.0, -0.5, 0.1


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 where undefined."""

    precision: float
    recall: float
    f1: float


def score_of(right: int, wrong: int, missed: int) -> Score:
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

    def cells(self, *fields: str) -> Score:
        """Return the score of the cells of some fields, of all if none is named."""
        chosen = fields or FIELDS
        counts = [sum(each[name] for name in chosen) for each in self._counters()]
        return score_of(*counts)

    def rows(self) -> Score:
        """Return the score of rows, a row being right where it was aligned."""
        spurious = self.rows_found - self.rows_matched
        return score_of(self.rows_matched, spurious, self.rows_gold - self.rows_matched)

    def gold_cells(self, name: str) -> int:
        """Return how many cells of a field the gold has."""
        return self.right[name] + self.missed[name]

    def _counters(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        return self.right, self.wrong, self.missed


def score_report(gold: Sequence[Row], found: Sequence[Row], tally: Tally) -> list[Difference]:
    """Add one report to the tally; return where they disagree."""
    wanted, got = [stated(row) for row in gold], [stated(row) for row in found]
    pairs = match_rows(wanted, got)
    tally.reports += 1
    tally.rows_matched += len(pairs)
    tally.rows_gold += len(wanted)
    tally.rows_found += len(got)
    matched = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [row for i, row in enumerate(wanted) if i not in matched[0]]
    spurious = [row for j, row in enumerate(got) if j not in matched[1]]
    differences = [Difference(name_of(row), None, row, None) for row in missed]
    differences += [Difference(name_of(row), None, None, row) for row in spurious]
    for row in missed:
        tally.missed.update(name for name in FIELDS if name in row)
    for row in spurious:
        tally.wrong.update(name for name in FIELDS if name in row)
    for i, j in pairs:
        unlike = _score_cells(wanted[i], got[j], tally)
        tally.rows_exact += not unlike
        differences += unlike
    tally.reports_exact += not differences
    return differences


def stated(row: Row) -> dict[str, Any]:
    """Return the cells that state something; "classified" is the default and states nothing."""
    cells = {
        name: row[name]
        for name in FIELDS
        if row.get(name) not in (None, "") and not _is_nan(row[name])
    }
    if cells.get("status") == "classified":
        del cells["status"]
    if "speed" in cells:
        cells["speed_unit"] = row.get("speed_unit")
    return cells


def match_rows(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Align rows one to one, most alike first; return index pairs.

    Takes rows as `stated` returns them.
    """
    pairs = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            likeness = _likeness(wanted, got)
            if likeness is not None:
                pairs.append((likeness, i, j))
    pairs.sort(reverse=True)
    taken_gold, taken_found = set[int](), set[int]()
    aligned = []
    for _, i, j in pairs:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            aligned.append((i, j))
    return aligned


def name_of(row: Row) -> str:
    """Return what a row is called in a list of errors."""
    return str(row.get("driver") or row.get("number") or row.get("team") or "unnamed")


def _likeness(gold: Row, found: Row) -> float | None:
    """How surely two rows are of one competitor; None where they cannot be."""
    likeness = _identity(gold, found)
    if likeness is None:
        return None
    if gold.get("class") and found.get("class"):
        agree = same("class", gold["class"], found["class"])
        likeness += SAME_CLASS if agree else OTHER_CLASS
    shared = [name for name in FIELDS if name in gold and name in found]
    return likeness + sum(SAME_CELL for name in shared if same(name, gold[name], found[name]))


def _identity(gold: Row, found: Row) -> float | None:
    wanted, got = gold.get("driver"), found.get("driver")
    if wanted and got:
        return _driver_identity(str(wanted), str(got))
    if _agree("number", gold, found):
        return SAME_NUMBER
    if not wanted and not got and _agree("team", gold, found):
        return SAME_TEAM
    if gold.get("position") and gold.get("position") == found.get("position"):
        return SAME_PLACE
    return None


def _driver_identity(gold: str, found: str) -> float | None:
    if same_driver(gold, found):
        return SAME_DRIVER
    if same_driver(gold, found, every=False) or surname(gold) == surname(found):
        return SHARED_DRIVER
    return None


def _agree(name: str, gold: Row, found: Row) -> bool:
    wanted, got = gold.get(name), found.get(name)
    if not wanted or not got:
        return False
    if name == "team":
        return same_name(str(wanted), str(got))
    return norm(str(wanted)) == norm(str(got))


def _score_cells(gold: Row, found: Row, tally: Tally) -> list[Difference]:
    unlike = []
    for name in FIELDS:
        if name not in gold and name not in found:
            continue
        if name in gold and name in found and _same_cell(name, gold, found):
            tally.right[name] += 1
            continue
        tally.missed[name] += name in gold
        tally.wrong[name] += name in found
        unlike.append(Difference(name_of(gold), name, gold.get(name), found.get(name)))
    return unlike


def _same_cell(name: str, gold: Row, found: Row) -> bool:
    if not same(name, gold[name], found[name]):
        return False
    units = [row.get("speed_unit") for row in (gold, found)]
    # A unit that one side leaves open is not held against the other.
    return name != "speed" or None in units or "" in units or units[0] == units[1]


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and math.isnan(value)
