"""`polesitter names`: the spellings of drivers and teams, and which are one."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.answering import (
    Csv,
    Html,
    Limit,
    Out,
    Patterns,
    Series,
    Year,
    check_formats,
    give,
)
from polesitter.cli.console import complain, screen
from polesitter.cli.options import Json
from polesitter.errors import Errors, PolesitterError

names = typer.Typer(help="See and settle how names are spelled.", no_args_is_help=True)


class Kind(StrEnum):
    """What a name is of."""

    driver = "driver"
    team = "team"


@names.callback()
def _group() -> None:
    """See and settle how names are spelled."""


@names.command("list")
def list_names(
    out: Out,
    kind: Annotated[Kind, typer.Option("--kind", help="Names of what.")] = Kind.driver,
    everything: Annotated[
        bool, typer.Option("--all", help="List names with one spelling too.")
    ] = False,
    series: Series = None,
    year: Year = None,
    as_csv: Csv = False,
    as_json: Json = False,
    html: Html = None,
    limit: Limit = 50,
    patterns: Patterns = None,
) -> None:
    """List names that reports spell differently, and why they are taken for one.

    [bold]Examples[/bold]

      polesitter names list out/
      polesitter names list out/ --kind team --all --csv > teams.csv
    """
    from polesitter.analysis.answers.questions import names_answer
    from polesitter.analysis.frames import wanted_sessions
    from polesitter.analysis.source import load_names

    check_formats(as_csv, as_json, html)
    wanted = wanted_sessions(series=series, year=year, patterns=patterns)
    known = load_names(out, wanted)
    found = (known.teams if kind is Kind.team else known.drivers).all
    shown = [found[one] for one in sorted(found) if everything or len(found[one].spellings) > 1]
    if found and not (shown or as_csv or as_json or html):
        told = f"None of {len(found)} {kind.value} name{'' if len(found) == 1 else 's'}"
        screen().print(f"{told} is spelled in two ways: --all lists them.", soft_wrap=True)
        return
    give(names_answer(shown), out, as_csv=as_csv, as_json=as_json, html=html, limit=limit)


@names.command()
def merge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="One spelling.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The name it stands for.")],
    kind: Annotated[
        Kind | None,
        typer.Option("--kind", help="Names of what; needed where neither is listed yet."),
    ] = None,
    patterns: Patterns = None,
) -> None:
    """Record in patterns/entities that NAME is another way to write OTHER.

    Answers from tables follow at once; extraction follows when the model is built anew.

    [bold]Example[/bold]

      polesitter names merge "Alex Paulo" "Alex Palou"
    """
    from polesitter.analysis.merge import merge as record
    from polesitter.review.pattern_places import patterns_folder

    folder = patterns or patterns_folder()
    if folder is None:
        raise PolesitterError(Errors.E709.format(path=Path("patterns")))
    merged = record(folder, name, other, kind.value if kind else None)
    for line in merged.changed:
        complain(f"{folder}/entities/{line.file}.jsonl: {line.pattern} is {line.id}")
    complain("answers from tables follow at once; for extraction, build the model anew: make model")
