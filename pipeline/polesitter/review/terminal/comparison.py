"""A comparison in the terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.compare import Change, Comparison
from polesitter.review.terminal.figures import figure_table, interval_text, score_figures
from polesitter.review.terminal.losses import plain_value
from polesitter.review.terminal.palette import HEADING


def comparison_view(comparison: Comparison) -> RenderableType:
    """Return losses, then gains, each with its sentence; last the totals."""
    parts: list[RenderableType] = []
    for title, changes in (("Lost", comparison.losses()), ("Gained", comparison.gains())):
        if changes:
            parts += [Text(title, HEADING), *_changes(changes), Text()]
    parts += [_totals(comparison), Text(), _fields(comparison), Text()]
    difference = interval_text(comparison.difference, signed=True)
    parts.append(Text(f"Cell F1 {difference}: 95 % of redrawn sets of reports lie between"))
    return Group(*parts)


def change_text(change: Change) -> str:
    """Return a change on one line: what is right, and what is read instead."""
    gold, old, new = (plain_value(value) for value in (change.gold, change.old, change.new))
    return f"{change.report}, {change.whose}: {change.field} is {gold}; was read {old}, now {new}"


def _changes(changes: Iterable[Change]) -> Iterable[RenderableType]:
    for change in changes:
        yield Text(f"  {change_text(change)}")
        if change.sentence:
            yield Text(f"    {change.sentence}", "dim")


def _totals(comparison: Comparison) -> Table:
    table = figure_table("Cells", "Right", "Wrong", "Missed", "P", "R", "F1")
    for name, tally in (("old", comparison.old), ("new", comparison.new)):
        counts = [str(count) for count in tally.counts()]
        table.add_row(name, *counts, *score_figures(tally.score()))
    return table


def _fields(comparison: Comparison) -> Table:
    table = figure_table("Field", "Gold", "F1 old", "F1 new", "Gained", "Lost")
    for name in FIELDS:
        changes = [change.gained for change in comparison.changes if change.field == name]
        table.add_row(
            name,
            str(comparison.new.gold(name)),
            f"{comparison.old.score(name).f1:.3f}",
            f"{comparison.new.score(name).f1:.3f}",
            str(sum(changes)),
            str(len(changes) - sum(changes)),
        )
    return table
