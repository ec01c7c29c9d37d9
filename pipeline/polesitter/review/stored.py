"""Reports as a dataset holds them, read back into plain values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from polesitter.records.dataset.open import open_dataset
from polesitter.types import ClassFacts, Evidence, ReportError, Result, Session

SESSION_FIELDS = frozenset({"series", "event", "track", "session_date"})


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
        results[row["source"]].append(result_of(row))
    classes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in dataset.table("sessions").to_pylist():
        classes[row["source"]].append(row)
    columns = ["source", "is_qualifying"]
    return [
        StoredReport(
            row["source"],
            row["is_qualifying"],
            session_of(classes[row["source"]]),
            tuple(results[row["source"]]),
        )
        for row in dataset.table("reports").select(columns).to_pylist()
        if only is None or is_called(row["source"], only)
    ]


def sources_of(out: Path) -> list[str]:
    """Return the sources of all reports of an output folder, sorted."""
    return [str(source) for source in open_dataset(out).table("reports")["source"].to_pylist()]


def errors_of(out: Path) -> list[ReportError]:
    """Return the inputs set aside, sorted by source."""
    names = [field.name for field in fields(ReportError)]
    rows = open_dataset(out).table("errors").to_pylist()
    return [ReportError(**{name: row[name] for name in names}) for row in rows]


def is_called(source: str, only: str) -> bool:
    """Tell whether a shell pattern names a source, or its last part without suffix."""
    stem = source.rpartition("#")[2] if "#" in source else Path(source).stem
    return fnmatchcase(source, only) or fnmatchcase(stem, only)


def result_of(row: Mapping[str, Any]) -> Result:
    """Return a row of the results table as a Result; the session's evidence is left out."""
    cells = {field.name: row[field.name] for field in fields(Result)}
    cells["flags"] = tuple(row["flags"])
    cells["evidence"] = _own_evidence(row)
    return Result(**cells)


def session_of(rows: Sequence[Mapping[str, Any]]) -> Session:
    """Return the rows of a report in the sessions table as its Session."""
    if not rows:
        return Session()
    names = ("session_id", "series", "event", "track", "session_date")
    classes = tuple(_facts(row) for row in rows)
    shared = tuple(item for item in _evidence(rows[0]) if item.field in SESSION_FIELDS)
    return Session(**{name: rows[0][name] for name in names}, classes=classes, evidence=shared)


def _facts(row: Mapping[str, Any]) -> ClassFacts:
    cells = {field.name: row[field.name] for field in fields(ClassFacts)}
    cells["evidence"] = _own_evidence(row)
    return ClassFacts(**cells)


def _evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**item) for item in row["evidence"])


def _own_evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    """The rows of a table repeat the evidence of the session they belong to."""
    return tuple(item for item in _evidence(row) if item.field not in SESSION_FIELDS)
