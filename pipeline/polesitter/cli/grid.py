"""`polesitter grid`: the grids of an output folder, reports of one session made one."""

from polesitter.cli.answering import (
    Class,
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


def grid(
    out: Out,
    series: Series = None,
    event: Event = None,
    track: Track = None,
    year: Year = None,
    car_class: Class = None,
    as_csv: Csv = False,
    as_json: Json = False,
    html: Html = None,
    limit: Limit = 20,
    patterns: Patterns = None,
) -> None:
    """Show grids: each session and class once, however many reports tell of it.

    [bold]Examples[/bold]

      polesitter grid out/
      polesitter grid out/ --series indycar --year 2024 --csv > indycar-2024.csv
    """
    from polesitter.analysis.answers.questions import grid_answer
    from polesitter.analysis.grids import grids
    from polesitter.analysis.source import load_told

    check_formats(as_csv, as_json, html)
    wanted = choice(series, event, track, year, car_class, patterns)
    answer = grid_answer(grids(load_told(out, wanted), wanted))
    give(answer, as_csv=as_csv, as_json=as_json, html=html, limit=limit)
