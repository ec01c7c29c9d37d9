"""Car numbers in rows of result lists: "1 | 44 | Name", "2. 17 Name", "3. (15) Name"."""

import re
from collections.abc import Iterator, Sequence

from polesitter.types import Mention

_NUMBER_AFTER = re.compile(
    r"(?:[.):]|,)?[ \t]*(?:[|/,\u2013\u2014-][ \t]*)?(?P<n>\d{1,3})"
    r"(?=[ \t]*[|/,\u2013\u2014-][ \t]|[ \t]+[A-Z\u00c0-\u00de(]|\t|  )"
)
_JOINED_AFTER = re.compile(r"[.):]?[ \t]*#?(?P<n>\d{1,3}[A-Za-z]{0,2})-(?=[A-Z\u00c0-\u00de])")
"""As in "1. 17K-Ann Lee, 14.932"."""
_BRACKETED_AFTER = re.compile(r"[.):]?[ \t]*\((?P<n>\d{1,3})\)(?=[ \t]+[A-Z\u00c0-\u00de])")
_CELL = re.compile(r"[^|\t]+")
_NAMES = frozenset({"no", "no.", "#", "car", "car #", "car no.", "car no", "number", "num", "num."})


def find_row_numbers(text: str, rows: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the NUMBER mentions of rows; `rows` are the positions that open them."""
    for row in rows:
        end = text.find("\n", row.end)
        line_end = end if end >= 0 else len(text)
        found = _in_column(text, row, line_end)
        if found is None:
            found = _after(text, row.end, line_end)
        if found is not None:
            start, stop = found
            digits = text[start:stop]
            yield Mention(start, stop, digits, "NUMBER", value=digits, rule="measure.number.row")


def _after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The number that follows the place that ends at `start`."""
    for pattern in (_NUMBER_AFTER, _JOINED_AFTER, _BRACKETED_AFTER):
        match = pattern.match(text, start, end)
        if match:
            return match.span("n")
    return None


def _in_column(text: str, row: Mention, line_end: int) -> tuple[int, int] | None:
    """The number where the table's header names its column."""
    line_start = text.rfind("\n", 0, row.start) + 1
    if "|" not in text[line_start:line_end]:
        return None
    header = _header_above(text, line_start)
    column = next((i for i, name in enumerate(header) if name in _NAMES), None)
    if column is None:
        return None
    cells = list(_CELL.finditer(text, line_start, line_end))
    if column >= len(cells):
        return None
    cell = cells[column]
    digits = re.search(r"\d{1,3}(?!\d)", cell.group())
    if digits is None:
        return None
    return cell.start() + digits.start(), cell.start() + digits.end()


def _header_above(text: str, line_start: int) -> list[str]:
    """The cells of the nearest line above with bars and no digits, casefolded."""
    at = line_start
    for _ in range(60):
        at = text.rfind("\n", 0, max(at - 1, 0)) + 1
        line = text[at : text.find("\n", at)]
        if "|" in line and not any(char.isdigit() for char in line):
            return [cell.strip().casefold() for cell in line.strip().strip("|").split("|")]
        if at == 0 or not line.strip():
            break
    return []
