"""The reports under review, as an extracted dataset holds them.

One report is read from the parts that hold it alone, so that opening one of twenty
thousand costs no more than opening one of twenty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.open import open_dataset
from polesitter.records.dataset.parts import bucket_of, part_name, read_part
from polesitter.records.dataset.schemas import SCHEMAS
from polesitter.review.app.journal import Subject
from polesitter.types import Evidence, Mention, Result, Session

NUMBERS = frozenset({"SPEED", "LAPTIME", "GAP"})
"""Labels whose values are numbers; tables hold them as text."""

SESSION_COLUMNS = ("series", "event", "track", "session_date")


@dataclass(frozen=True, slots=True)
class Reading:
    """One report as extracted. Offsets are code points of `text`."""

    subject: Subject
    text: str
    published: date | None
    qualifying: float
    session: Session
    results: tuple[Result, ...]
    mentions: tuple[Mention, ...]

    @property
    def source(self) -> str:
        """The report's path from the root of the run."""
        return self.subject.source


class Library:
    """Reads single reports of a dataset. Raises PolesitterError (E403, E404) if it is none."""

    def __init__(self, out: Path) -> None:
        self.dataset = open_dataset(out)
        self.out = out

    @property
    def model(self) -> str:
        """Name and version of the model that read the reports."""
        return self.dataset.model

    def columns(self, table: str, names: list[str]) -> pa.Table:
        """Return some columns of a whole table."""
        empty = SCHEMAS[table].empty_table().select(names)
        parts = [
            self._part(table, part, names) for part in sorted(self.dataset.manifest.tables[table])
        ]
        return pa.concat_tables([empty, *parts])

    def read(self, source: str) -> Reading:
        """Return one report. Raises KeyError where there is none, E761 where it has no text."""
        reports = self._rows("reports", source)
        if not reports:
            raise KeyError(source)
        report = reports[0]
        if report["text"] is None:
            raise PolesitterError(Errors.E761.format(out=self.out))
        return Reading(
            Subject(source, report["sha256"]),
            report["text"],
            report["published"],
            report["is_qualifying"],
            Session(**{name: report[name] for name in SESSION_COLUMNS}),
            tuple(_result(row) for row in self._rows("results", source)),
            tuple(_mention(row) for row in self._rows("mentions", source)),
        )

    def _rows(self, table: str, source: str) -> list[dict[str, Any]]:
        part = part_name(bucket_of(source, self.dataset.manifest.buckets))
        if part not in self.dataset.manifest.tables[table]:
            return []
        rows = self._part(table, part)
        found: list[dict[str, Any]] = rows.filter(pc.equal(rows["source"], source)).to_pylist()
        return found

    def _part(self, table: str, part: str, columns: list[str] | None = None) -> pa.Table:
        return read_part(self.dataset.store.view(f"{table}/{part}"), table, columns)


def _mention(row: Mapping[str, Any]) -> Mention:
    cells = {field.name: row[field.name] for field in fields(Mention)}
    if cells["label"] in NUMBERS and cells["value"] is not None:
        cells["value"] = float(cells["value"])
    return Mention(**cells)


def _result(row: Mapping[str, Any]) -> Result:
    cells = {field.name: row[field.name] for field in fields(Result)}
    cells["flags"] = tuple(row["flags"])
    cells["evidence"] = tuple(Evidence(**item) for item in row["evidence"])
    return Result(**cells)
