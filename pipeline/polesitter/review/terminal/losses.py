"""What was lost and why, in the terminal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.causes import Cause, LostCell
from polesitter.review.terminal.figures import WHOLE, figure_table
from polesitter.review.terminal.palette import HEADING

HEADS = {
    Cause.MENTION_MISSED: "Mention\nmissed",
    Cause.BOUNDARY: "Wrong\nbound",
    Cause.MENTION_FALSE: "False\nmention",
    Cause.REFERENCE: "Wrong\nrefer.",
    Cause.FRAMING: "Fram-\ning",
    Cause.NO_RULE: "No\nrule",
    Cause.WRONG_RULE: "Wrong\nrule",
    Cause.ASSIGNMENT: "Assign-\nment",
    Cause.UNKNOWN: "Not\nknown",
}
"""Two short lines each, that the table fits a terminal."""


def causes_table(lost: Sequence[LostCell]) -> Table:
    """Return fields by causes: how many cells went astray at each stage, in order."""
    cells = Counter((one.cell.field, one.cause) for one in lost)
    causes = [cause for cause in Cause if any(one.cause == cause for one in lost)]
    names = [name for name in FIELDS if any(one.cell.field == name for one in lost)]
    table = figure_table("Lost", WHOLE, *(HEADS[cause] for cause in causes))
    table.collapse_padding = True
    for name in (*names, WHOLE):
        own = names if name == WHOLE else [name]
        counts = [sum(cells[each, cause] for each in own) for cause in causes]
        table.add_row(name, str(sum(counts)), *(str(count or "") for count in counts))
    return table


def losses_view(lost: Sequence[LostCell]) -> RenderableType:
    """Return every cell that is not right, with its cause, by report."""
    return Group(*_lines(lost))


def loss_text(one: LostCell) -> str:
    """Return a lost cell on one line."""
    cell = one.cell
    should, found = plain_value(cell.gold), plain_value(cell.found)
    return f"{cell.whose}: {cell.field} should be {should}, is {found} ({one.cause.value})"


def plain_value(value: object) -> str:
    """Return a value as a person would read it, "empty" where there is none."""
    return "empty" if value is None else repr(value)


def _lines(lost: Sequence[LostCell]) -> Iterable[RenderableType]:
    for report, cells in groupby(lost, key=_report):
        yield Text(report, HEADING)
        for one in cells:
            yield Text(f"  {loss_text(one)}")
        yield Text()


def _report(one: LostCell) -> str:
    return one.report
