"""What a run came to, for people and machines."""

import re
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from polesitter.records.dataset.open import open_dataset
from polesitter.run.summary import RunSummary
from polesitter.types import ReportError


@dataclass(frozen=True, slots=True)
class SeriesCount:
    """Reports of a series, those of them with results, and result rows; None: no series stated."""

    series: str | None
    reports: int
    with_results: int
    results: int


@dataclass(frozen=True, slots=True)
class Account:
    """A run: its summary, counts per series (most rows first), inputs set aside.

    `unrelated`: the sources of reports in the dataset that read like no qualifying report and
    gave no rows.
    """

    summary: RunSummary
    series: tuple[SeriesCount, ...]
    errors: tuple[ReportError, ...]
    unrelated: tuple[str, ...] = ()

    def values(self) -> dict[str, Any]:
        """Return everything as plain values for JSON."""
        summary = self.summary
        return {
            "out": summary.out,
            "model": summary.model,
            "files": summary.files,
            "reports": summary.counts.reports,
            "results": summary.counts.results,
            "states": summary.states,
            "vanished": summary.vanished,
            "series": [asdict(count) for count in self.series],
            "errors": [asdict(error) for error in self.errors],
            "unrelated": len(self.unrelated),
            "unrelated_sources": list(self.unrelated),
            "skipped": summary.skipped,
        }


def account_of(summary: RunSummary) -> Account:
    """Return the account of a run that has just written `summary.out`."""
    dataset = open_dataset(summary.out)
    table = dataset.table("reports").select(["source", "series", "n_results", "is_qualifying"])
    reports, filled, rows = Counter[str | None](), Counter[str | None](), Counter[str | None]()
    unrelated: list[str] = []
    for row in table.to_pylist():
        if not row["is_qualifying"] and not row["n_results"]:
            unrelated.append(row["source"])
        reports[row["series"]] += 1
        filled[row["series"]] += row["n_results"] > 0
        rows[row["series"]] += row["n_results"]
    counts = [SeriesCount(name, reports[name], filled[name], rows[name]) for name in reports]
    errors = sorted(
        (ReportError(**row) for row in dataset.table("errors").to_pylist()), key=_by_line
    )
    series = sorted(counts, key=_most_rows)
    return Account(summary, tuple(series), tuple(errors), tuple(sorted(unrelated)))


def _by_line(error: ReportError) -> tuple[str, list[tuple[int, str]]]:
    """Sources by name, what is wrong in one of them by line: 2 before 10."""
    words = re.split(r"(\d+)", error.message)
    return error.source.partition("#")[0], [
        (int(word) if word.isdecimal() else -1, word) for word in words
    ]


def _most_rows(count: SeriesCount) -> tuple[bool, int, int, str]:
    return count.series is None, -count.results, -count.reports, count.series or ""
