"""`polesitter extract`: reports in, Parquet out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import Json, MaxChars, Model

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from polesitter.run.summary import Progress

BYTES_PER_WORKER = 2_000_000
"""Less text than this is read sooner than another process has loaded the model."""


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS...",
            help="Folders, files or quoted patterns (.txt .md .html .pdf .jsonl .parquet); "
            "- for standard input.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="OUT", help="Folder for the tables, made if needed."),
    ],
    root: Annotated[
        Path | None,
        typer.Option(
            "--root",
            metavar="DIR",
            help="Sources are told from here; from the inputs' common folder if left out.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            "-w",
            metavar="N",
            min=1,
            help="Processes; as many as pay off if left out.",
            show_default=False,
        ),
    ] = None,
    model: Model = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the texts out of the reports table.")
    ] = False,
    max_chars: MaxChars = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Tell nothing but errors.")] = False,
    as_json: Json = False,
) -> None:
    """Extract the results of all reports into Parquet tables.

    A report that cannot be read is set aside and listed; the others are done.

    [bold]Examples[/bold]

      polesitter extract reports/ -o out/
      polesitter extract 'reports/**/*.html' archive.jsonl -o out/ --workers 4

    [bold]Exit codes[/bold]

      0 all done, 1 some inputs set aside, 2 wrong use
    """
    from polesitter.run.batch import run_batch
    from polesitter.run.worker import MAX_CHARS

    with _progress(screen(stderr=True), quiet or as_json) as progress:
        summary = run_batch(
            paths,
            out,
            root=root,
            workers=workers or _workers_for(paths, out),
            model=model,
            keep_text=not no_text,
            progress=progress,
            max_chars=max_chars or MAX_CHARS,
        )
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
    raise typer.Exit(summary.exit_code)


def _workers_for(paths: list[str], out: Path) -> int:
    from polesitter.text.inputs import find_inputs

    files = find_inputs(paths, out=out).files
    size = sum(file.path.stat().st_size for file in files if file.path is not None)
    return min(os.cpu_count() or 1, 1 + size // BYTES_PER_WORKER)


@contextmanager
def _progress(console: "Console", hidden: bool) -> Iterator["Callable[[Progress], None] | None"]:
    """A bar on standard error while the block runs; nothing where that is no terminal."""
    if hidden or not console.is_terminal:
        yield None
        return
    from rich import progress as bars

    columns = (
        bars.TextColumn("[bold]Reading"),
        bars.BarColumn(None),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[told]}"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None, told="")

        def report(state: "Progress") -> None:
            told = f"{state.counts.results:,} rows"
            if state.counts.errors:
                told += f", {state.counts.errors:,} set aside"
            bar.update(task, completed=state.files, total=state.files_total, told=told)

        yield report
