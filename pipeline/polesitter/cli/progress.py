"""A progress bar on standard error, where that is a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from polesitter.run.summary import Progress


@contextmanager
def progress_bar(console: "Console", hidden: bool) -> Iterator["Callable[[Progress], None] | None"]:
    """Show a bar while the block runs; nothing where `hidden`, or where nobody is looking."""
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
