"""A dataset brought up to date: compare, plan, do, merge."""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from polesitter.errors import Errors
from polesitter.records.dataset.store import Store
from polesitter.records.dataset.write import DatasetWriter, looking, writing
from polesitter.run.dispatch import dispatch
from polesitter.run.engine import Engine
from polesitter.run.job import Done, Job
from polesitter.run.plan import Shard, is_container, plan, size_of
from polesitter.run.progress import Listener, Tracker
from polesitter.run.stopped import EngineLostError, RunInterruptedError
from polesitter.run.summary import Counts, RunSummary
from polesitter.run.survey import Survey
from polesitter.run.worker import Options
from polesitter.text.input_file import InputFile, Inputs
from polesitter.types import ReportError

BYTES_PER_WORKER = 2_000_000
"""Less text than this is read sooner than another process has loaded the model."""

DEADLINE = 120.0
"""Seconds that a worker may take for one report unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Again:
    """What is read though the dataset has it, and dropped because it is gone.

    `force`: read every input. `retry_errors`: read what failed before. `prune`: drop the
    rows of sources that are not among the inputs.
    """

    force: bool = False
    retry_errors: bool = False
    prune: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """What does the work: `workers` processes (None: as many as pay off) of an engine.

    `engine` is "local" or "dask", `scheduler` a Dask address or "local". `deadline` in
    seconds per report, kept by worker processes. `wait`: seconds to wait for another run
    to leave the output. `parts`: parts per table of a new dataset.
    """

    workers: int | None = 1
    engine: str = "local"
    scheduler: str = "local"
    deadline: float = DEADLINE
    wait: float = 0
    parts: int | None = None


@dataclass(slots=True)
class Update:
    """One run over `inputs` into the dataset in `store`, with the model of that version."""

    store: Store
    model: str | Path | None
    version: str
    options: Options
    inputs: Inputs
    again: Again = field(default_factory=Again)
    means: Means = field(default_factory=Means)
    progress: Listener | None = None

    def run(self) -> RunSummary:
        """Read what is new or changed, and merge it into the dataset."""
        with writing(self.store, wait=self.means.wait, buckets=self.means.parts) as writer:
            was_cut_short = writer.has_staged
            if was_cut_short:
                writer.commit(self.version)
            survey = self._survey(writer)
            # Until all rows are of one kind, none can be told to be.
            writer.settle("" if self._differs(writer, survey) else self.options.told())
            try:
                done = self._read(writer, survey, was_cut_short)
            except (KeyboardInterrupt, EngineLostError) as stop:
                writer.commit(self.version)
                if isinstance(stop, EngineLostError):
                    raise
                raise RunInterruptedError(Errors.E513) from stop
            self._finish(writer, survey)
            failed = writer.errors_by_kind()
        return self._summary(survey, done.counts, failed)

    def foresee(self) -> RunSummary:
        """Compare the inputs to the dataset; nothing is written."""
        survey = self._survey(looking(self.store))
        _, containers = self._find(survey)
        for _ in chain.from_iterable(survey.items(file) for file in containers):
            pass
        return self._summary(survey, Counts(), {})

    def _survey(self, writer: DatasetWriter) -> Survey:
        survey = Survey(writer.ledger(self.version), self.options.max_chars)
        survey.again = self.again.force or self._differs(writer, survey)
        survey.retry = self.again.retry_errors
        return survey

    def _differs(self, writer: DatasetWriter, survey: Survey) -> bool:
        """Tell whether the dataset has rows that were made with other options."""
        return bool(survey.ledger.sources()) and self.options.told() != writer.manifest.settings

    def _find(self, survey: Survey) -> tuple[list[InputFile], list[InputFile]]:
        """Return the files to read, one report each, and those of many reports."""
        for source, errors in _by_source(self.inputs.errors).items():
            survey.set_aside(source, errors)
        singles: list[InputFile] = []
        containers: list[InputFile] = []
        for file in self.inputs.files:
            (containers if is_container(file) else singles).append(file)
        return survey.files(singles), containers

    def _read(self, writer: DatasetWriter, survey: Survey, careful: bool) -> Done:
        job = Job(self.model, self.options, self.store.place, writer.buckets, self.means.deadline)
        files, containers = self._find(survey)
        total = len(self.inputs.files)
        tracker = Tracker(total, self.progress, total - len(files) - len(containers))
        workers = self.means.workers or workers_for([*files, *containers])
        shards = plan(files, tracker.follow(containers, survey.items), workers)
        first = next(shards, None)
        if first is not None:
            # Only now is a model worth loading.
            with self._engine(job, workers, careful) as engine:
                for shard, done in dispatch(engine, job, chain([first], shards)):
                    tracker.add(shard, done)
        tracker.add(Shard("inputs"), job.set_aside("inputs", survey.errors))
        return tracker.done

    def _engine(self, job: Job, workers: int, careful: bool) -> Engine:
        if self.means.engine == "dask":
            from polesitter.run.cluster import Cluster

            return Cluster(job, self.means.scheduler, workers)
        # A run cut short may have been so by a report: let none do that twice.
        if workers == 1 and not careful:
            from polesitter.run.here import Here

            return Here(job)
        from polesitter.run.processes import Processes

        return Processes(job, workers)

    def _finish(self, writer: DatasetWriter, survey: Survey) -> None:
        vanished = survey.vanished()
        drop = survey.mended | (vanished if self.again.prune else set())
        if writer.has_staged or drop or writer.is_behind(self.version):
            writer.commit(self.version, drop)
        if self.again.prune or not vanished:
            writer.settle(self.options.told())

    def _summary(self, survey: Survey, counts: Counts, failed: Mapping[str, int]) -> RunSummary:
        return RunSummary(
            self.store.place,
            self.version,
            len(self.inputs.files),
            counts,
            self.inputs.skipped,
            dict(sorted(failed.items())),
            dict(sorted(survey.states.items())),
            len(survey.vanished()),
            self.again.prune,
            self.inputs.unknown,
        )


def _by_source(errors: Iterable[ReportError]) -> dict[str, list[ReportError]]:
    found: dict[str, list[ReportError]] = defaultdict(list)
    for error in errors:
        found[error.source].append(error)
    return found


def workers_for(files: Sequence[InputFile]) -> int:
    """Return how many processes pay off for these files on this machine."""
    size = sum(size_of(file) for file in files)
    return min(_cores(), 1 + size // BYTES_PER_WORKER)


def _cores() -> int:
    """Return how many cores this process may use, which a container may limit."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
