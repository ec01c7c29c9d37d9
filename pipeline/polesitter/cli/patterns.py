"""`polesitter patterns`: what people write into patterns/."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import Json, Model
from polesitter.cli.patterns_add import add
from polesitter.cli.patterns_suggest import suggest
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from spacy.language import Language

patterns = typer.Typer(help="Check and extend the patterns.", no_args_is_help=True)


@patterns.callback()
def _group() -> None:
    """Check and extend the patterns a person may edit."""


@patterns.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            help="A patterns folder; the one of polesitter if left out.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="List names with several labels too.")
    ] = False,
    as_json: Json = False,
    model: Model = None,
) -> None:
    """Look for doubles, contradictions and rules that miss their own example.

    Exits with 1 where there are errors.

    [bold]Example[/bold]

      polesitter patterns check patterns/
    """
    from dataclasses import asdict

    from polesitter.review.pattern_check import check_patterns
    from polesitter.review.pattern_places import patterns_folder

    chosen = folder or patterns_folder()
    if chosen is None:
        raise PolesitterError(Errors.E709.format(path="patterns"))

    def load_pipeline() -> "Language":
        from polesitter.run.model import load

        return load(model)

    report = check_patterns(chosen, load_pipeline)
    if as_json:
        write_json(asdict(report))
    else:
        from polesitter.review.terminal.patterns import pattern_report_view

        screen().print(pattern_report_view(report, with_infos=everything), soft_wrap=True)
    raise typer.Exit(1 if report.count("error") else 0)


patterns.command()(add)
patterns.command()(suggest)
