"""`polesitter coverage`: which fields the reports tell."""

from enum import StrEnum
from typing import Annotated

import typer

from polesitter.cli.answering import (
    Csv,
    Event,
    Html,
    Limit,
    Out,
    Patterns,
    Series,
    Track,
    Year,
    check_formats,
    choice,
    give,
)
from polesitter.cli.options import Json


class Of(StrEnum):
    """What coverage is told by."""

    series = "series"
    source = "source"


def coverage(
    out: Out,
    by: Annotated[Of, typer.Option("--by", help="A line per series, or per report.")] = Of.series,
    series: Series = None,
    event: Event = None,
    track: Track = None,
    year: Year = None,
    as_csv: Csv = False,
    as_json: Json = False,
    html: Html = None,
    limit: Limit = 30,
    patterns: Patterns = None,
) -> None:
    """Show what share of the rows has each field.

    [bold]Examples[/bold]

      polesitter coverage out/
      polesitter coverage out/ --by source --csv > coverage.csv
    """
    from polesitter.analysis.answers.questions import coverage_answer
    from polesitter.analysis.field_coverage import coverage as count_coverage
    from polesitter.analysis.source import load_told

    check_formats(as_csv, as_json, html)
    wanted = choice(series, event, track, year, None, patterns)
    answer = coverage_answer(count_coverage(load_told(out, wanted), by.value, wanted.aliases))
    give(answer, out, as_csv=as_csv, as_json=as_json, html=html, limit=limit)
