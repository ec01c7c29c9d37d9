"""Names of rows that outlive a run of the extractor.

A row is called after the place where its competitor is named ("a120" for code point
120), so that a pinned cell finds its row again when the row has changed. A row that a
reviewer adds is called "n1", "n2", …
"""

import re

ANCHORED = re.compile(r"a(\d{1,9})(?:\+(\d{1,3}))?")
ADDED = re.compile(r"n\d{1,6}")


def anchored_id(start: int, again: int = 0) -> str:
    """Return the id of the row named at a code point; `again` counts rows of one place."""
    return f"a{start}+{again}" if again else f"a{start}"


def anchor_of(row: str) -> int | None:
    """Return the code point a row is named at; None for a row that was added."""
    match = ANCHORED.fullmatch(row)
    return int(match[1]) if match else None


def is_row_id(row: object) -> bool:
    """Tell whether something is the id of a row."""
    return isinstance(row, str) and bool(ANCHORED.fullmatch(row) or ADDED.fullmatch(row))


def moved_id(row: str, old: int, new: int) -> str:
    """Return a row's id after the mention it is named at has moved its start."""
    match = ANCHORED.fullmatch(row)
    if match is None or int(match[1]) != old:
        return row
    return anchored_id(new, int(match[2] or 0))
