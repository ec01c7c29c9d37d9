"""Where commands write: people's output, machines' output and complaints."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO, cast

import typer

from polesitter.run.stopped import INTERRUPTED

if TYPE_CHECKING:
    from rich.console import Console


NAMES_TOLD = 3


@contextmanager
def if_stopped(message: str) -> Iterator[None]:
    """Tell in one line what a Ctrl-C leaves behind, and leave with the code for it."""
    try:
        yield
    except KeyboardInterrupt as stop:
        complain(message)
        raise typer.Exit(INTERRUPTED) from stop


def few(names: Sequence[str]) -> str:
    """Return the first names of a list and how many more there are; "nothing" for none."""
    more = len(names) - NAMES_TOLD
    told = ", ".join(names[:NAMES_TOLD]) or "nothing"
    return f"{told} and {more:,} more" if more > 0 else told


def screen(*, stderr: bool = False) -> "Console":
    """Return a console on standard output or error.

    Where that is no terminal, it writes plain text, without blanks at the ends of lines.
    """
    from rich.console import Console

    from polesitter.cli.unpadded import Unpadded

    stream = sys.stderr if stderr else sys.stdout
    if isinstance(stream, TextIOWrapper):
        # A name the terminal cannot spell must not cost the rest of the output.
        stream.reconfigure(errors="replace")
    if stream.isatty():
        return Console(stderr=stderr, highlight=False)
    return Console(file=cast("TextIO", Unpadded(stream)), stderr=stderr, highlight=False)


def write_json(value: Mapping[str, Any] | Sequence[Any]) -> None:
    """Write one JSON document to standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def complain(message: str) -> None:
    """Write one line to standard error: the command's name and what was wrong."""
    typer.echo(f"polesitter: {message}", err=True)
