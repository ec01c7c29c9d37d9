"""Whole reports as a dataset holds them: text, mentions, relations, session and results."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from polesitter.records.dataset.open import Dataset, open_dataset
from polesitter.records.extraction import Extraction
from polesitter.review.stored import is_called, result_of, session_of
from polesitter.types import Mention, Relation, Report

TABLES = ("mentions", "relations", "results", "sessions")
MENTION_COLUMNS = tuple(field.name for field in fields(Mention))
RELATION_COLUMNS = tuple(field.name for field in fields(Relation))

Rows = Sequence[Mapping[str, Any]]


def read_extractions(out: Path, only: str | None = None) -> Iterator[Extraction]:
    """Yield the reports of an output folder in the order of their sources.

    `only` as in read_stored. The text is "" where the run left texts out, and values of
    measures are as the tables hold them: text. Raises PolesitterError where the folder
    is no dataset (E403, E404).
    """
    dataset = open_dataset(out)
    tables = {name: _ByReport(dataset, name) for name in TABLES}
    for row in dataset.table("reports").to_pylist():
        rows = {name: table.rows(row["source"]) for name, table in tables.items()}
        if only is None or is_called(row["source"], only):
            yield _extraction(row, rows)


class _ByReport:
    """The rows of a table report by report: only those asked for become Python values."""

    def __init__(self, dataset: Dataset, name: str) -> None:
        self.table = dataset.table(name)
        self.bounds: dict[str, tuple[int, int]] = {}
        at = 0
        for source, rows in groupby(self.table["source"].to_pylist()):
            start, at = at, at + sum(1 for _ in rows)
            self.bounds[source] = (start, at)

    def rows(self, source: str) -> Rows:
        start, end = self.bounds.get(source, (0, 0))
        rows: Rows = self.table.slice(start, end - start).to_pylist()
        return rows


def _extraction(row: Mapping[str, Any], rows: Mapping[str, Rows]) -> Extraction:
    report = Report(row["source"], row["text"] or "", row["sha256"], row["title"], row["published"])
    return Extraction(
        report=report,
        model=row["model"],
        qualifying=row["is_qualifying"],
        session=session_of(rows["sessions"]),
        results=tuple(result_of(one) for one in sorted(rows["results"], key=_RESULT)),
        mentions=tuple(_mention(one) for one in sorted(rows["mentions"], key=_MENTION)),
        relations=tuple(_relation(one) for one in sorted(rows["relations"], key=_RELATION)),
    )


_RESULT, _MENTION, _RELATION = (
    itemgetter(name) for name in ("result_id", "mention_id", "relation_id")
)


def _mention(row: Mapping[str, Any]) -> Mention:
    return Mention(**{name: row[name] for name in MENTION_COLUMNS})


def _relation(row: Mapping[str, Any]) -> Relation:
    return Relation(**{name: row[name] for name in RELATION_COLUMNS})
