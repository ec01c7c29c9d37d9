"""Reports as a dataset holds them, read back into plain values."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from polesitter.records.open import open_dataset
from polesitter.types import ClassFacts, Evidence, Result, Session


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One report of a dataset: its session and rows, and how surely it is a report."""

    source: str
    qualifying: float
    session: Session
    results: tuple[Result, ...]


def read_stored(out: Path, only: str | None = None) -> list[StoredReport]:
    """Return the reports of an output folder, sorted by source.

    `only`: a shell pattern on the source, or its last part without suffix. Raises
    PolesitterError where the folder is no dataset (E403, E404).
    """
    dataset = open_dataset(out)
    results: dict[str, list[Result]] = defaultdict(list)
    for row in dataset.table("results").to_pylist():
        results[row["source"]].append(_result(row))
    classes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in dataset.table("sessions").to_pylist():
        classes[row["source"]].append(row)
    columns = ["source", "is_qualifying"]
    return [
        StoredReport(
            row["source"],
            row["is_qualifying"],
            _session(classes[row["source"]]),
            tuple(results[row["source"]]),
        )
        for row in dataset.table("reports").select(columns).to_pylist()
        if only is None or _is_called(row["source"], only)
    ]


def sources_of(out: Path) -> list[str]:
    """Return the sources of all reports of an output folder, sorted."""
    return [str(source) for source in open_dataset(out).table("reports")["source"].to_pylist()]


def _is_called(source: str, only: str) -> bool:
    stem = source.rpartition("#")[2] if "#" in source else Path(source).stem
    return fnmatchcase(source, only) or fnmatchcase(stem, only)


def _result(row: Mapping[str, Any]) -> Result:
    cells = {field.name: row[field.name] for field in fields(Result)}
    cells["flags"] = tuple(row["flags"])
    cells["evidence"] = _evidence(row)
    return Result(**cells)


def _session(rows: list[dict[str, Any]]) -> Session:
    if not rows:
        return Session()
    names = ("session_id", "series", "event", "track", "session_date")
    classes = tuple(_facts(row) for row in rows)
    return Session(**{name: rows[0][name] for name in names}, classes=classes)


def _facts(row: Mapping[str, Any]) -> ClassFacts:
    cells = {field.name: row[field.name] for field in fields(ClassFacts)}
    cells["evidence"] = _evidence(row)
    return ClassFacts(**cells)


def _evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**item) for item in row["evidence"])
