"""A run over any number of reports: what is asked for, and what came of it."""

import errno
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.store import open_store
from polesitter.records.dataset.write import check_output
from polesitter.run.account import write_account
from polesitter.run.model import model_version
from polesitter.run.progress import Listener
from polesitter.run.stopped import RunInterruptedError, RunStoppedError
from polesitter.run.summary import RunSummary
from polesitter.run.update import Again, Means, Update
from polesitter.run.worker import MAX_CHARS, Options
from polesitter.text.inputs import find_inputs, refuse_missing

ENGINES = ("local", "dask")


def run_batch(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    root: str | Path | None = None,
    workers: int | None = 1,
    model: str | Path | None = None,
    keep_text: bool = True,
    progress: Listener | None = None,
    max_chars: int = MAX_CHARS,
    min_confidence: float = 0.0,
    again: Again | None = None,
    means: Means | None = None,
) -> RunSummary:
    """Bring the dataset `out` up to date with the reports under `paths`.

    Read are new inputs and those whose bytes changed, that another model read, or that
    were read with other options; `again` asks for more. The bytes of the dataset depend
    on reports, model and options alone, not on workers, engine, the order of `paths` or
    earlier runs. A report that fails becomes a row of the errors table. `progress` is
    called after every shard. `workers` is short for `means`. Cells whose score is below
    `min_confidence` are left empty, and rows that have no outcome then are left out.

    Raises PolesitterError where the output is not ours (E401) or in use (E402), none of the
    inputs exists (E128) or there is no model (E501, E502): then nothing is changed. Raises
    RunStoppedError where the run could not go on: then what is finished is kept.
    """
    started = datetime.now(UTC)
    try:
        update = _prepared(paths, out, root, model, Options(keep_text, max_chars, min_confidence))
        update.again = again or Again()
        update.means = _checked(means or Means(workers))
        update.progress = progress
        return _run(update, paths, started)
    except KeyboardInterrupt as stop:
        # Wherever it came, in the middle of a commit say: the next run finishes or undoes that.
        raise RunInterruptedError(Errors.E513) from stop


def _run(update: Update, paths: Sequence[str | Path], started: datetime) -> RunSummary:
    try:
        summary = update.run()
        write_account(update.store, summary, paths, started)
    except OSError as error:
        place, detail = update.store.place, error.strerror or str(error)
        told = Errors.E510.format(out=place, detail=detail, do=_remedy(error))
        raise RunStoppedError(told) from error
    return summary


def _remedy(error: OSError) -> str:
    """What to do about an output that cannot be written."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "choose another folder or get leave to write there"
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "choose a folder that can be made"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "make room"
    return "make room or mend the disk"


def foresee(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    root: str | Path | None = None,
    model: str | Path | None = None,
    keep_text: bool = True,
    max_chars: int = MAX_CHARS,
    min_confidence: float = 0.0,
    again: Again | None = None,
) -> RunSummary:
    """Return what `run_batch` would find to do; its counts are empty. Nothing is written."""
    update = _prepared(paths, out, root, model, Options(keep_text, max_chars, min_confidence))
    update.again = again or Again()
    return update.foresee()


def _prepared(
    paths: Sequence[str | Path],
    out: str | Path,
    root: str | Path | None,
    model: str | Path | None,
    options: Options,
) -> Update:
    store = open_store(out)
    check_output(store)
    inputs = find_inputs(paths, root=root, out=out)
    refuse_missing(paths, inputs)
    return Update(store, model, model_version(model), options, inputs)


def _checked(means: Means) -> Means:
    if means.workers is not None and means.workers < 1:
        raise PolesitterError(Errors.E507.format(workers=means.workers))
    if means.engine not in ENGINES:
        raise PolesitterError(Errors.E516.format(engine=means.engine))
    return means
