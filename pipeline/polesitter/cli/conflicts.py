"""`polesitter conflicts`: where reports of one session disagree."""

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
from polesitter.cli.console import screen
from polesitter.cli.options import Json


def conflicts(
    out: Out,
    series: Series = None,
    event: Event = None,
    track: Track = None,
    year: Year = None,
    as_csv: Csv = False,
    as_json: Json = False,
    html: Html = None,
    limit: Limit = 50,
    patterns: Patterns = None,
) -> None:
    """Show the cells that two reports of one session tell differently, with both sentences.

    Exits with 0 whether there are any or not.

    [bold]Examples[/bold]

      polesitter conflicts out/
      polesitter conflicts out/ --series imsa --csv > to-check.csv
    """
    from polesitter.analysis.answers.conflict_view import conflict_view
    from polesitter.analysis.answers.questions import conflicts_answer
    from polesitter.analysis.source import load_conflicts

    check_formats(as_csv, as_json, html)
    wanted = choice(series, event, track, year, None, patterns)
    found, proofs = load_conflicts(out, wanted)
    if as_csv or as_json or html is not None:
        answer = conflicts_answer(proofs.fill(found))
        give(answer, out, as_csv=as_csv, as_json=as_json, html=html)
    else:
        answer = conflicts_answer(proofs.fill(found[:limit]))
        screen().print(conflict_view(answer, max(0, len(found) - limit)))
