"""How far a run is, and what came of it."""

from collections import Counter
from dataclasses import dataclass, field

from polesitter.records.dataset.tables import Tables
from polesitter.run.survey import State


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
    """A run under way: inputs done of all inputs, and the counts so far.

    `files` of `files_total` are done, among them those that needed no reading; a file
    of many reports counts when the last of them is through.
    """

    files: int
    files_total: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did, and what the dataset now has.

    `counts` are of this run, `failed` the errors in the dataset by kind, `skipped` the
    files passed over by reason, `unknown` the names of a few whose suffix is unknown,
    `states` how the inputs stood to the dataset before, `vanished` the reports in it that
    were not among the inputs: `pruned` or kept.
    """

    out: str
    model: str
    files: int
    counts: Counts
    skipped: dict[str, int] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    states: dict[State, int] = field(default_factory=dict)
    vanished: int = 0
    pruned: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 if every input is done, 1 if some are listed in the errors table."""
        return 1 if self.failed else 0

    @property
    def unchanged(self) -> int:
        """Reports that were done before and needed no reading."""
        return self.states.get(State.DONE, 0)

    @property
    def faulty(self) -> int:
        """Inputs that were set aside before and are the same still."""
        return self.states.get(State.FAULTY, 0)

    def lines(self) -> list[str]:
        """Tell the run in a few lines for people."""
        told = [
            f"{count(self.counts.reports, 'report')} read, "
            f"{count(self.counts.results, 'result')} written to {self.out}"
        ]
        again = {state: number for state, number in self.states.items() if state is not State.NEW}
        if again:
            told.append(", ".join(f"{number:,} {state}" for state, number in again.items()))
        if self.failed:
            kinds = ", ".join(f"{number} {kind}" for kind, number in self.failed.items())
            told.append(
                f"{count(sum(self.failed.values()), 'input')} failed ({kinds}): "
                "see the errors table"
            )
        if self.vanished:
            done = "dropped" if self.pruned else "kept; --prune drops what is no longer there"
            told.append(f"{count(self.vanished, 'report')} not among the inputs: {done}")
        if self.skipped:
            reasons = ", ".join(f"{number} {reason}" for reason, number in self.skipped.items())
            told.append(f"skipped: {reasons}")
        return told


def failures_by_kind(tables: Tables) -> Counter[str]:
    """Count the errors of a batch by their kind."""
    return Counter(tables["errors"]["error"].to_pylist())


def count(number: int, noun: str) -> str:
    """Return a number and its noun: "1 report", "2,000 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
