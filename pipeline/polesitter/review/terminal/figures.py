"""Tables of figures in the terminal."""

from rich import box
from rich.table import Table

from polesitter.learn.scoring.bootstrap import Interval
from polesitter.learn.scoring.f1 import Score
from polesitter.review.terminal.palette import HEADING

WHOLE = "ALL"


def figure_table(first: str, *others: str) -> Table:
    """Return an empty table: names on the left, figures in right-justified columns."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=HEADING)
    table.add_column(first, no_wrap=True)
    for title in others:
        table.add_column(title, justify="right", no_wrap=True)
    return table


def score_figures(score: Score) -> tuple[str, ...]:
    """Return precision, recall and F1 for three columns."""
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def interval_text(interval: Interval, *, signed: bool = False) -> str:
    """Return a figure with its interval: "0.861 (0.832 to 0.887)"."""
    form = "+.3f" if signed else ".3f"
    return f"{interval.value:{form}} ({interval.low:{form}} to {interval.high:{form}})"
