"""The command line: `polesitter COMMAND`, one module per command.

Nothing here imports spaCy, pandas or pyarrow: help must come at once.
"""

import errno
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from polesitter import __version__
from polesitter.cli.compare import compare
from polesitter.cli.conflicts import conflicts
from polesitter.cli.console import complain
from polesitter.cli.corpus import corpus
from polesitter.cli.coverage import coverage
from polesitter.cli.evaluate import evaluate
from polesitter.cli.explain import explain
from polesitter.cli.export import export
from polesitter.cli.extract import extract
from polesitter.cli.gaps import gaps
from polesitter.cli.grid import grid
from polesitter.cli.models import models
from polesitter.cli.names import names
from polesitter.cli.patterns import patterns
from polesitter.cli.plain_faults import plain_fault
from polesitter.cli.plain_help import tell_plainly
from polesitter.cli.plot import plot
from polesitter.cli.poles import poles
from polesitter.cli.retrain import retrain
from polesitter.cli.review import review
from polesitter.cli.show import show
from polesitter.errors import PolesitterError
from polesitter.run.stopped import INTERRUPTED

WRONG_USAGE = 2
"""The exit code where nothing could be done: a wrong option, path or model."""


class Commands(TyperGroup):
    """All commands; what the library complains of is told in one line."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        tell_plainly(self)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = plain_fault(error.message)
            raise
        except PolesitterError as error:
            complain(str(error))
            raise typer.Exit(WRONG_USAGE) from error
        except OSError as error:
            # Whoever reads our output has had enough (`| head`): typer ends quietly.
            if error.errno == errno.EPIPE:
                raise
            place = f"{error.filename}: " if error.filename else ""
            complain(f"{place}{error.strerror or error}")
            raise typer.Exit(WRONG_USAGE) from error
        except KeyboardInterrupt as stop:
            complain("stopped.")
            raise typer.Exit(INTERRUPTED) from stop


app = typer.Typer(
    name="polesitter",
    cls=Commands,
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"polesitter {__version__}")
        raise typer.Exit


@app.callback()
def polesitter(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version."),
    ] = False,
) -> None:
    """Read motorsport qualifying reports; write the grids, with the words that prove them.

    [bold]First steps[/bold]

      polesitter extract reports/ -o out/     every report of a folder, to Parquet
      polesitter show out/                    the grids
      polesitter explain reports/a.txt        why each value is what it is

    [bold]Exit codes[/bold]

      0 done, 1 some reports could not be read, 2 wrong use, 130 stopped by Ctrl-C
    """


app.command()(extract)
app.command()(show)
app.command()(explain)
app.command()(review)
app.command()(retrain)
app.command()(evaluate)
app.command()(compare)
app.command()(grid)
app.command()(poles)
app.command()(gaps)
app.command()(coverage)
app.command()(conflicts)
app.command()(plot)
app.command()(export)
app.add_typer(names, name="names")
app.add_typer(patterns, name="patterns")
app.add_typer(corpus, name="corpus")
app.add_typer(models, name="models")


if __name__ == "__main__":
    app()
