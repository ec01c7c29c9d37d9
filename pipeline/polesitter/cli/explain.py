"""`polesitter explain`: why each value is what it is, and why others are missing."""

from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import Json, MaxChars, Model
from polesitter.cli.reading import extract_named


def explain(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A report; - for standard input.")],
    driver: Annotated[
        str | None,
        typer.Option(
            "--driver",
            "-d",
            metavar="NAME",
            help="Only this driver: full name, surname or part of it.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
    model: Model = None,
    max_chars: MaxChars = None,
) -> None:
    """Tell for every field which words prove it and which rule read them.

    For an empty field it tells what came closest, and why it was not taken.

    [bold]Examples[/bold]

      polesitter explain reports/a.txt --driver Hamilton
      polesitter explain reports/a.txt --json
    """
    extractions = extract_named(path, model, max_chars)

    from polesitter.review.explain import explain as explain_results
    from polesitter.review.pattern_places import PatternPlaces, patterns_folder

    places = PatternPlaces(patterns_folder())
    explained = [explain_results(extraction, places, driver) for extraction in extractions]
    if as_json:
        from polesitter.review.explanation_values import explanation_values

        write_json([explanation_values(row) for rows in explained for row in rows])
        return
    from polesitter.review.terminal.explanation import explanation_view

    console = screen()
    colour = console.is_terminal and not console.no_color
    for extraction, rows in zip(extractions, explained, strict=True):
        if rows:
            console.print(explanation_view(rows, colour=colour))
        else:
            console.print(f"{extraction.report.source}: no results to explain.")
