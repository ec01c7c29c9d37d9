"""A run: reports in, a dataset out."""

import json
import platform
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from polesitter import __version__
from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset import DatasetWriter, check_output, writing
from polesitter.records.staging import stage
from polesitter.records.tables import build_tables
from polesitter.run.failure import worker_died
from polesitter.run.job import Done, Job
from polesitter.run.model import load, model_version
from polesitter.run.plan import Task, plan, single_files
from polesitter.run.pool import run_in_processes
from polesitter.run.summary import Counts, Progress, RunSummary
from polesitter.run.worker import MAX_CHARS, Options
from polesitter.text.input_file import Inputs
from polesitter.text.inputs import find_inputs
from polesitter.types import ReportError

RUN = "run.json"
"""The account of the last run: clock times and places, which no table holds."""


def run_batch(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    root: str | Path | None = None,
    workers: int = 1,
    model: str | Path | None = None,
    keep_text: bool = True,
    progress: Callable[[Progress], None] | None = None,
    max_chars: int = MAX_CHARS,
) -> RunSummary:
    """Extract the reports under `paths` into the dataset `out`, replacing its content.

    The bytes of the dataset depend on reports, model and options alone, not on the
    number of workers or the order of `paths`. A report that fails becomes a row of
    the errors table. `progress` is called after every task. Raises PolesitterError
    where the output folder is not ours (E401) or in use (E402), or there is no model
    (E501, E502); then nothing is changed.
    """
    if workers < 1:
        raise PolesitterError(Errors.E507.format(workers=workers))
    out = Path(out)
    check_output(out)
    version_name = model_version(model)
    started = datetime.now(UTC)
    inputs = find_inputs(paths, root=None if root is None else Path(root), out=out)
    with writing(out) as writer:
        job = Job(model, Options(keep_text, max_chars), writer.rows, writer.buckets)
        done = _do_all(job, inputs, workers, progress)
        writer.commit(version_name)
        summary = RunSummary(
            out, version_name, len(inputs.files), done.counts, inputs.skipped, _sorted(done.failed)
        )
        _write_account(writer, summary, paths, workers, started)
    return summary


def _do_all(
    job: Job, inputs: Inputs, workers: int, progress: Callable[[Progress], None] | None
) -> Done:
    tasks = plan(inputs.files, workers)
    open_shares = Counter(file for task in tasks for file in task.files)
    total = _set_aside(job, "inputs", inputs.errors)
    for task, done in _each(job, tasks, workers):
        total = _sum(total, done)
        open_shares.subtract(task.files)
        if progress is not None:
            left = sum(count > 0 for count in open_shares.values())
            progress(Progress(len(inputs.files) - left, len(inputs.files), total.counts))
    return total


def _each(job: Job, tasks: list[Task], workers: int) -> Iterator[tuple[Task, Done]]:
    # Another process cannot read this one's standard input.
    here = [task for task in tasks if workers == 1 or any(file.path is None for file in task.files)]
    if here:
        nlp = load(job.model)
        for task in here:
            yield task, job.run(nlp, task)
    elsewhere = [task for task in tasks if task not in here]
    for task, done in run_in_processes(elsewhere, job, min(workers, len(elsewhere) or 1)):
        yield task, done if done is not None else _again(job, task)


def _again(job: Job, task: Task) -> Done:
    """Run the files of a task one by one, each in a process of its own."""
    job.forget(task)
    total = Done(Counts(), Counter())
    for single in single_files(task):
        for _, done in run_in_processes([single], job, 1):
            total = _sum(total, done if done is not None else _given_up(job, single))
    return total


def _given_up(job: Job, task: Task) -> Done:
    # How far it had come before it died is chance: none of it is kept.
    job.forget(task)
    return _set_aside(job, task.name, [worker_died(file.source) for file in task.files])


def _set_aside(job: Job, name: str, errors: Sequence[ReportError]) -> Done:
    stage(job.rows / name, "errors", build_tables([], errors), job.buckets)
    return Done(Counts(errors=len(errors)), Counter(error.error for error in errors))


def _sum(one: Done, other: Done) -> Done:
    return Done(one.counts + other.counts, one.failed + other.failed)


def _sorted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items()))


def _write_account(
    writer: DatasetWriter,
    summary: RunSummary,
    paths: Sequence[str | Path],
    workers: int,
    started: datetime,
) -> None:
    account = {
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((datetime.now(UTC) - started).total_seconds(), 1),
        "inputs": [str(path) for path in paths],
        "workers": workers,
        "polesitter": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in ("pyarrow", "spacy")},
        "model": summary.model,
        "files": summary.files,
        "reports": summary.counts.reports,
        "results": summary.counts.results,
        "errors": summary.failed,
        "skipped": summary.skipped,
    }
    text = json.dumps(account, indent=1, sort_keys=True, ensure_ascii=True)
    (writer.out / RUN).write_text(text + "\n", encoding="utf-8")
