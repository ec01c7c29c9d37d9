"""Cells that a spreadsheet would run."""

from typing import TypeVar

Value = TypeVar("Value")

STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What begins a formula in Excel, LibreOffice or Google Sheets, full-width signs too."""
QUOTE = "'"
"""In front of a cell it says: what follows is text."""


def defused(value: Value) -> Value | str:
    """Return a text that would be run as a formula with a quote before it; others as they are.

    Spaces before the sign do not help it: some spreadsheets drop them.

    >>> defused("=cmd()"), defused("Ann Lee"), defused(-0.5)
    ("'=cmd()", 'Ann Lee', -0.5)
    """
    if isinstance(value, str) and value.lstrip(" \u00a0")[:1] in STARTS and value.strip(" \u00a0"):
        return QUOTE + value
    return value
