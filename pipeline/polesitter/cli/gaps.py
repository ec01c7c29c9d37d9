"""`polesitter gaps`: how close sessions were."""

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


def gaps(
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
    """Show how far behind the pole the second, the tenth and the others were.

    [bold]Examples[/bold]

      polesitter gaps out/ --series "formula 1"
      polesitter gaps out/ --csv > gaps.csv
    """
    from polesitter.analysis.answers.questions import gaps_answer
    from polesitter.analysis.grids import grids
    from polesitter.analysis.margin import margins
    from polesitter.analysis.source import load_told

    check_formats(as_csv, as_json, html)
    wanted = choice(series, event, track, year, car_class, patterns)
    answer = gaps_answer(margins(grids(load_told(out, wanted), wanted)))
    give(answer, out, as_csv=as_csv, as_json=as_json, html=html, limit=limit)
