"""Answers for machines: all fields of the rows, as CSV or as plain values for JSON."""

import csv
from datetime import date
from io import StringIO
from typing import Any

from polesitter.analysis.answers.answer import Answer
from polesitter.analysis.formulas import defused
from polesitter.analysis.source import field_names

SEPARATOR = "; "
"""Stands between several values in one CSV cell."""


def csv_text(answer: Answer) -> str:
    """Return the rows as CSV with a line of field names; no cell is run as a formula."""
    names = field_names(answer.kind)
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(names)
    for row in answer.rows:
        writer.writerow([defused(_cell(getattr(row, name))) for name in names])
    return written.getvalue()


def plain_rows(answer: Answer) -> list[dict[str, Any]]:
    """Return the rows as dicts; days as "YYYY-MM-DD"."""
    names = field_names(answer.kind)
    return [{name: _plain(getattr(row, name)) for name in names} for row in answer.rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _cell(value: Any) -> Any:
    return SEPARATOR.join(value) if isinstance(value, tuple) else _plain(value)
