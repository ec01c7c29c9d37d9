"""`polesitter conflicts`: where reports of one session disagree."""

from polesitter.cli.answering import Out
from polesitter.cli.asked import Asked, asking
from polesitter.cli.console import screen


@asking(limit=50, classes=False)
def conflicts(out: Out, asked: Asked) -> None:
    """Show the cells that two reports of one session tell differently, with both sentences.

    Exits with 0 whether there are any or not.

    [bold]Examples[/bold]

      polesitter conflicts out/
      polesitter conflicts out/ --series imsa --csv > to-check.csv
    """
    from polesitter.analysis.answers.conflict_view import conflict_view
    from polesitter.analysis.answers.questions import conflicts_answer
    from polesitter.analysis.source import load_conflicts

    wanted = asked.wanted()
    found, proofs = load_conflicts(out, wanted)
    if asked.on_screen:
        answer = conflicts_answer(proofs.fill(found[: asked.limit]))
        screen().print(conflict_view(answer, max(0, len(found) - asked.limit)))
    else:
        asked.give(conflicts_answer(proofs.fill(found)), out)
