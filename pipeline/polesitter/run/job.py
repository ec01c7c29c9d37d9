"""One task from files to staged rows, as a worker process runs it."""

import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.records.staging import stage
from polesitter.run.model import load
from polesitter.run.plan import Task
from polesitter.run.summary import Counts, counts_of, failures_by_kind
from polesitter.run.worker import Options, extract_task

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Done:
    """What a task came to: rows lie staged, only counts travel between processes."""

    counts: Counts
    failed: Counter[str]


@dataclass(frozen=True, slots=True)
class Job:
    """How to do a task: which model, what to keep, where to stage rows."""

    model: str | Path | None
    options: Options
    rows: Path
    buckets: int

    def __call__(self, task: Task) -> Done:
        """Do a task with the model of this process, loaded for its first task."""
        return self.run(_loaded(self.model), task)

    def run(self, nlp: "Language", task: Task) -> Done:
        """Extract and stage the reports of a task; what an earlier try staged is removed."""
        self.forget(task)
        counts, failed = Counts(), Counter[str]()
        for number, tables in enumerate(extract_task(nlp, task, self.options)):
            stage(self.rows / task.name, f"{number:06d}", tables, self.buckets)
            counts += counts_of(tables)
            failed += failures_by_kind(tables)
        return Done(counts, failed)

    def forget(self, task: Task) -> None:
        """Remove what was staged for a task."""
        shutil.rmtree(self.rows / task.name, ignore_errors=True)


@cache
def _loaded(model: str | Path | None) -> "Language":
    return load(model)
