"""`polesitter gaps`: how close sessions were."""

from polesitter.cli.answering import Out
from polesitter.cli.asked import Asked, asking


@asking(limit=20)
def gaps(out: Out, asked: Asked) -> None:
    """Show how far behind the pole the second, the tenth and the others were.

    [bold]Examples[/bold]

      polesitter gaps out/ --series "formula 1"
      polesitter gaps out/ --csv > gaps.csv
    """
    from polesitter.analysis.answers.questions import gaps_answer
    from polesitter.analysis.grids import grids
    from polesitter.analysis.margin import margins
    from polesitter.analysis.source import load_told

    wanted = asked.wanted()
    answer = gaps_answer(margins(grids(load_told(out, wanted), wanted)))
    asked.give(answer, out)
