"""Aligning the rows of a report with those a careful reader would write.

Rows are aligned by driver, else by number, team or place, within the report.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from polesitter.learn.scoring.same import norm, same, same_driver, same_name, surname

FIELDS = (
    "class", "position", "grid", "driver", "team", "car", "number", "speed",
    "lap_time", "gap", "gap_to", "segment", "status",
)  # fmt: skip

Row = Mapping[str, Any]
"""A row as in corpus/GUIDE.md: field -> value, None where nothing is stated."""

SAME_DRIVER, SHARED_DRIVER, SAME_NUMBER, SAME_TEAM, SAME_PLACE = 10.0, 8.0, 6.0, 4.0, 2.0
SAME_CLASS, OTHER_CLASS, SAME_CELL = 1.0, -0.5, 0.1


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


def same_cell(name: str, gold: Row, found: Row) -> bool:
    """Tell whether a field that both rows state agrees; a speed with its unit."""
    if not same(name, gold[name], found[name]):
        return False
    units = [row.get("speed_unit") for row in (gold, found)]
    # A unit that one side leaves open is not held against the other.
    return name != "speed" or None in units or "" in units or units[0] == units[1]


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


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and math.isnan(value)
