"""How far a run is, and what came of it."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from polesitter.records.tables import Tables


@dataclass(frozen=True, slots=True)
class Counts:
    """Reports extracted, result rows found, inputs set aside."""

    reports: int = 0
    results: int = 0
    errors: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.reports + other.reports,
            self.results + other.results,
            self.errors + other.errors,
        )


def counts_of(tables: Tables) -> Counts:
    """Count the rows of a batch."""
    return Counts(tables["reports"].num_rows, tables["results"].num_rows, tables["errors"].num_rows)


@dataclass(frozen=True, slots=True)
class Progress:
    """A run under way: tasks done of all tasks, and the counts so far.

    `files` of `files_total` are done; a file that several workers share counts when
    the last of them is through.
    """

    files: int
    files_total: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did. `skipped` counts files passed over by reason, `failed` errors by kind."""

    out: Path
    model: str
    files: int
    counts: Counts
    skipped: dict[str, int] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 if every input is done, 1 if some are listed in the errors table."""
        return 1 if self.counts.errors else 0

    def lines(self) -> list[str]:
        """Tell the run in a few lines for people."""
        told = [
            f"{_count(self.counts.reports, 'report')} read, "
            f"{_count(self.counts.results, 'result')} written to {self.out}"
        ]
        if self.counts.errors:
            kinds = ", ".join(f"{number} {kind}" for kind, number in self.failed.items())
            told.append(
                f"{_count(self.counts.errors, 'input')} failed ({kinds}): see the errors table"
            )
        if self.skipped:
            reasons = ", ".join(f"{number} {reason}" for reason, number in self.skipped.items())
            told.append(f"skipped: {reasons}")
        return told


def failures_by_kind(tables: Tables) -> Counter[str]:
    """Count the errors of a batch by their kind."""
    return Counter(tables["errors"]["error"].to_pylist())


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
