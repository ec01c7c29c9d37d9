"""One shard from inputs to staged rows, as a worker runs it."""

import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from polesitter.records.dataset.staging import stage, unstage
from polesitter.records.dataset.store import Store, open_store
from polesitter.records.dataset.tables import build_tables
from polesitter.run.deadline import Deadline
from polesitter.run.kept_model import KeptModel
from polesitter.run.plan import Shard
from polesitter.run.summary import Counts, counts_of, failures_by_kind
from polesitter.run.worker import Options, extract_shard
from polesitter.types import ReportError

# A pipeline is one reader's: a worker with several threads reads with one at a time.
_READING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Done:
    """What a shard came to: rows lie staged, only counts travel between processes."""

    counts: Counts
    failed: Counter[str]

    def __add__(self, other: "Done") -> "Done":
        return Done(self.counts + other.counts, self.failed + other.failed)


NOTHING = Done(Counts(), Counter())


@dataclass(frozen=True, slots=True)
class Job:
    """How to do a shard: which model, what to keep, where to stage rows.

    `out` is the folder or URL of the dataset, `deadline` in seconds for each report.
    """

    model: str | Path | None
    options: Options
    out: str
    buckets: int
    deadline: float

    def __call__(self, shard: Shard) -> Done:
        """Do a shard with the model of this process; it ends where a report hangs."""
        with _READING:
            return self.run(self.prepare(), shard, Deadline(self.deadline))

    def prepare(self) -> KeptModel:
        """Return the model of this process, loaded the first time."""
        return _loaded(self.model)

    def run(self, model: KeptModel, shard: Shard, deadline: Deadline | None = None) -> Done:
        """Extract and stage the reports of a shard."""
        batches = list(extract_shard(model.nlp, shard, self.options, deadline))
        stage(_store(self.out), shard.name, batches, self.buckets)
        done = NOTHING
        for tables in batches:
            done += Done(counts_of(tables), failures_by_kind(tables))
        model.count(done.counts.reports)
        return done

    def take_back(self, name: str) -> None:
        """Unstage a shard that is to be done in another way: it may have been done all the same."""
        unstage(_store(self.out), name)

    def set_aside(self, name: str, errors: Sequence[ReportError]) -> Done:
        """Stage errors of inputs that no worker is to read."""
        if errors:
            stage(_store(self.out), name, [build_tables([], errors)], self.buckets)
        return Done(Counts(errors=len(errors)), Counter(error.error for error in errors))


@cache
def _loaded(model: str | Path | None) -> KeptModel:
    kept = KeptModel(model)
    kept.warm()
    return kept


@cache
def _store(out: str) -> Store:
    return open_store(out)
