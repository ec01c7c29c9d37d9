"""`polesitter coverage`: which fields the reports tell."""

from enum import StrEnum
from typing import Annotated

import typer

from polesitter.cli.answering import Out
from polesitter.cli.asked import Asked, asking


class Of(StrEnum):
    """What coverage is told by."""

    series = "series"
    source = "source"


@asking(limit=30, classes=False)
def coverage(
    out: Out,
    asked: Asked,
    by: Annotated[Of, typer.Option("--by", help="A line per series, or per report.")] = Of.series,
) -> None:
    """Show what share of the rows has each field.

    [bold]Examples[/bold]

      polesitter coverage out/
      polesitter coverage out/ --by source --csv > coverage.csv
    """
    from polesitter.analysis.answers.questions import coverage_answer
    from polesitter.analysis.field_coverage import coverage as count_coverage
    from polesitter.analysis.source import load_told

    wanted = asked.wanted()
    answer = coverage_answer(count_coverage(load_told(out, wanted), by.value, wanted.aliases))
    asked.give(answer, out)
