"""Where rows come from: a folder of tables, an open dataset, or a DataFrame."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from polesitter.analysis.columns import OfSources, Selection, read_rows, read_rows_of
from polesitter.analysis.conflict import Conflict, conflicts
from polesitter.analysis.known_names import Names
from polesitter.analysis.outline import Dated, Outline
from polesitter.analysis.proofs import Proof, sources_of, with_sentences
from polesitter.analysis.told import COLUMNS, Spelled, Told, told_rows
from polesitter.analysis.wanted import Wanted
from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.open import Dataset, open_dataset

if TYPE_CHECKING:
    import pandas as pd

Results: TypeAlias = "str | Path | Dataset | pd.DataFrame"
"""The output of a run, or its `results` table; a folder is read by the columns needed."""


def load_told(results: Results, chosen: Selection) -> list[Told]:
    """Return the chosen rows of `results`, sorted by source.

    Raises PolesitterError where a folder is no dataset (E403, E404, E405) or a DataFrame
    lacks a column (E720).
    """
    return told_rows(_rows(results, "results", COLUMNS, chosen))


def load_names(results: Results, wanted: Wanted) -> Names:
    """Return the names of all wanted rows. Raises PolesitterError as `load_told` does."""
    rows = [Spelled._make(row) for row in _rows(results, "results", Spelled._fields, wanted)]
    return Names(rows, wanted.aliases)


def load_outline(results: Results, wanted: Wanted) -> Outline:
    """Return which report tells of which session. Raises PolesitterError as `load_told` does."""
    rows: set[tuple[Any, ...]]
    if _is_dataset(results):
        # The table of sessions has a tenth of the rows; a report without results is of no use.
        dataset = _dataset(results)
        counts = read_rows(dataset, "reports", ("source", "n_results"))
        telling = {source for source, count in counts if count}
        told = read_rows(dataset, "sessions", Dated._fields, wanted)
        rows = {row for row in told if row[0] in telling}
    else:
        rows = set(_rows(results, "results", Dated._fields, wanted))
    return Outline([Dated._make(row) for row in rows], wanted.aliases)


def load_conflicts(
    results: Results, wanted: Wanted, reports: "pd.DataFrame | None" = None
) -> tuple[list[Conflict], "Proofs"]:
    """Return the conflicts of the wanted rows without sentences, and what can fill them in.

    `reports`: the table of that name, where `results` is a DataFrame. Raises
    PolesitterError as `load_told` does.
    """
    shared = load_outline(results, wanted).shared()
    rows = [*_rows(results, "results", (*COLUMNS, "result_id"), shared)]
    rows.sort(key=_source_and_number)
    told = [Told._make(row[:-1]) for row in rows]
    found = conflicts(told, [int(row[-1]) for row in rows], wanted.aliases)
    return found, Proofs(results, reports)


class Proofs:
    """Evidence and texts, read for the conflicts that are shown."""

    def __init__(self, results: Results, reports: "pd.DataFrame | None" = None) -> None:
        self.results = results
        self.reports = reports

    def fill(self, found: Sequence[Conflict]) -> list[Conflict]:
        """Return the conflicts with both sentences."""
        sources = sources_of(found)
        if not sources:
            return []
        evidence: dict[tuple[str, int], Sequence[Proof]] = {
            (source, number): proofs
            for source, number, proofs in self._of(sources, "results", "result_id", "evidence")
        }
        return with_sentences(found, evidence, self._texts(sources))

    def _texts(self, sources: Sequence[str]) -> Mapping[str, str | None]:
        if self.reports is None and not _is_dataset(self.results):
            return {}
        return dict(self._of(sources, "reports", "text"))

    def _of(self, sources: Sequence[str], table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        asked = ("source", *columns)
        if _is_dataset(self.results):
            return read_rows_of(_dataset(self.results), table, asked, sources)
        frame = self.results if table == "results" else self.reports
        return _frame_rows(frame, table, asked, OfSources(frozenset(sources)))


def field_names(kind: type) -> list[str]:
    """Return the fields of a dataclass of answers, which are the columns of its table."""
    return [field.name for field in fields(kind)]


def _rows(
    results: Results, table: str, columns: Sequence[str], chosen: Selection
) -> Iterator[tuple[Any, ...]]:
    if _is_dataset(results):
        return read_rows(_dataset(results), table, columns, chosen)
    return _frame_rows(results, table, columns, chosen)


def _is_dataset(results: Results) -> bool:
    return isinstance(results, str | Path | Dataset)


def _dataset(results: Results) -> Dataset:
    return results if isinstance(results, Dataset) else open_dataset(results)


def _frame_rows(
    frame: Any, table: str, columns: Sequence[str], chosen: Selection
) -> Iterator[tuple[Any, ...]]:
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise PolesitterError(Errors.E720.format(table=table, columns=", ".join(missing)))
    asked = list(chosen.columns)
    tests = zip(*(_plain(frame[name]) for name in asked), strict=True) if asked else None
    lists = zip(*(_plain(frame[name]) for name in columns), strict=True)
    if tests is None:
        yield from lists
    else:
        yield from (row for row, test in zip(lists, tests, strict=True) if chosen(test))


def _plain(column: Any) -> list[Any]:
    """The values of a Series with None for every kind of missing, and days as dates."""
    values = column.astype(object).tolist()
    missing = column.isna().tolist()
    return [None if gone else _day(value) for value, gone in zip(values, missing, strict=True)]


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _source_and_number(row: tuple[Any, ...]) -> tuple[str, int]:
    return (row[0], row[-1])
