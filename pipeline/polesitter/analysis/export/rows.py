"""Rows of an Arrow table as plain cells."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa

BATCH = 10_000
"""Rows made into Python values at a time."""


def batches(table: pa.Table) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows as dicts, BATCH at a time; days "YYYY-MM-DD", scores to 4 decimals."""
    for batch in table.to_batches(max_chunksize=BATCH):
        yield [{name: _plain(value) for name, value in row.items()} for row in batch.to_pylist()]


def flat(value: Any) -> Any:
    """Return a cell for a format without nesting: lists as JSON text."""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        # Scores are float32 and were rounded to 4 decimals; as a double they show a tail.
        return round(value, 6)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value
