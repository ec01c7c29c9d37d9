"""`polesitter extract`: reports in, Parquet out."""

from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from polesitter.cli import extract_options as options
from polesitter.cli.console import complain, screen, write_json
from polesitter.cli.options import Json, MaxChars, Model
from polesitter.cli.progress import progress_bar
from polesitter.errors import Errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from polesitter.run.summary import RunSummary


def extract(
    paths: options.Paths,
    out: options.Out,
    root: options.Root = None,
    model: Model = None,
    no_text: options.NoText = False,
    max_chars: MaxChars = None,
    min_confidence: options.MinConfidence = 0.0,
    parts: options.Parts = None,
    force: options.Force = False,
    retry_errors: options.RetryErrors = False,
    prune: options.Prune = False,
    dry_run: options.DryRun = False,
    watch: options.Watch = False,
    workers: options.Workers = None,
    engine: options.Engine = "local",
    scheduler: options.Scheduler = "local",
    timeout: options.Timeout = None,
    wait: options.Wait = 0.0,
    quiet: options.Quiet = False,
    as_json: Json = False,
) -> None:
    """Extract the results of all reports into Parquet tables.

    On the same OUT again, only what is new or changed is read. A report that cannot be
    read is set aside and listed; the others are done.

    [bold]Examples[/bold]

      polesitter extract reports/ -o out/
      polesitter extract 'reports/**/*.html' archive.jsonl -o out/ --workers 4
      polesitter extract reports/ -o out/ --prune --watch
      polesitter extract reports/ -o out/ --engine dask --scheduler tcp://head:8786

    [bold]Exit codes[/bold]

      0 all done, 1 some inputs set aside or the run could not go on, 2 wrong use;
      130 stopped by Ctrl-C, what is finished is kept
    """
    from polesitter.run.stopped import RunStoppedError
    from polesitter.run.update import DEADLINE, Again, Means
    from polesitter.run.worker import MAX_CHARS

    asked: dict[str, Any] = {
        "root": root,
        "model": model,
        "keep_text": not no_text,
        "max_chars": max_chars or MAX_CHARS,
        "min_confidence": min_confidence,
        "again": Again(force, retry_errors, prune),
    }
    means = Means(workers, engine, scheduler, timeout or DEADLINE, wait, parts)
    try:
        if dry_run:
            _foresee(paths, out, asked, as_json)
            raise typer.Exit
        go = partial(_go, paths, out, {**asked, "means": means}, quiet, as_json)
        summary = _watch(paths, out, go) if watch else go()
    except RunStoppedError as error:
        complain(str(error))
        raise typer.Exit(error.exit_code) from error
    raise typer.Exit(summary.exit_code)


def _watch(paths: list[str], out: str, go: "Callable[[], RunSummary]") -> "RunSummary":
    """Go at once and after every change; return what the last run came to.

    Ctrl-C is the way to end it and no fault, but in the middle of a run.
    """
    from polesitter.run.stopped import RunInterruptedError
    from polesitter.run.watch import changes

    summary: RunSummary | None = None
    try:
        for _ in changes(paths, out):
            summary = go()
    except KeyboardInterrupt:
        if summary is not None:
            complain("stopped watching. What was read is kept.")
    if summary is None:
        raise RunInterruptedError(Errors.E513)
    return summary


def _go(
    paths: list[str], out: str, asked: dict[str, Any], quiet: bool, as_json: bool
) -> "RunSummary":
    """Make one run and tell what it came to."""
    from polesitter.run.batch import run_batch

    with progress_bar(screen(stderr=True), quiet or as_json) as progress:
        summary = run_batch(paths, out, progress=progress, **asked)
    if as_json or not quiet or summary.exit_code:
        from polesitter.review.account import account_of

        account = account_of(summary)
        if as_json:
            write_json(account.values())
        else:
            from polesitter.review.terminal.account import account_view

            view = account_view(account, errors_only=quiet)
            # Commands to copy may be longer than a line.
            screen(stderr=quiet).print(view, crop=False)
    return summary


def _foresee(paths: list[str], out: str, asked: dict[str, Any], as_json: bool) -> None:
    """Tell what a run would read."""
    from polesitter.run.batch import foresee

    summary = foresee(paths, out, **asked)
    if as_json:
        write_json({"states": summary.states, "vanished": summary.vanished})
        return
    for state, number in summary.states.items():
        typer.echo(f"{number:>10,}  {state}")
    if summary.vanished:
        typer.echo(f"{summary.vanished:>10,}  not among the inputs any more")
