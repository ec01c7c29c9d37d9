"""`polesitter grid`: the grids of an output folder, reports of one session made one."""

from typing import TYPE_CHECKING

from polesitter.cli.answering import Out
from polesitter.cli.asked import Asked, asking

if TYPE_CHECKING:
    from polesitter.analysis.answers.answer import Answer
    from polesitter.analysis.wanted import Wanted


@asking(limit=20)
def grid(out: Out, asked: Asked) -> None:
    """Show grids: each session and class once, however many reports tell of it.

    [bold]Examples[/bold]

      polesitter grid out/
      polesitter grid out/ --series indycar --year 2024 --csv > indycar-2024.csv
    """
    wanted = asked.wanted()
    shown = asked.limit if asked.on_screen else None
    asked.give(_answer(out, wanted, shown), out)


def _answer(out: Out, wanted: "Wanted", sessions: int | None) -> "Answer":
    """All grids, or those of the first sessions: rows that are not shown are not read."""
    from polesitter.analysis.answers.questions import grid_answer
    from polesitter.analysis.grids import grids
    from polesitter.analysis.source import load_names, load_outline, load_told

    if sessions is None or wanted.car_class is not None:
        return grid_answer(grids(load_told(out, wanted), wanted))
    outline = load_outline(out, wanted)
    rows = load_told(out, outline.first(sessions))
    left = max(0, len(outline.sources) - sessions)
    return grid_answer(grids(rows, wanted, load_names(out, wanted)), left)
