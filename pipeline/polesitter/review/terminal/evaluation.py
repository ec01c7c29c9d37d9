"""An evaluation in the terminal."""

from collections.abc import Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.align import FIELDS
from polesitter.learn.evaluate import Evaluation
from polesitter.learn.score import Difference, Score, Tally
from polesitter.review.terminal.palette import HEADING

WHOLE = "ALL"


def evaluation_view(
    evaluation: Evaluation, *, by_group: bool = False, errors: bool = False
) -> RenderableType:
    """Return rows and cells, fields, session and mentions; first the errors if wanted."""
    parts: list[RenderableType] = list(_errors(evaluation)) if errors else []
    parts += [_rows(evaluation, by_group), Text(), _fields(evaluation.whole), Text()]
    parts.append(_session(evaluation))
    if evaluation.mentions.gold_spans():
        parts += [Text(), _mentions(evaluation)]
    return Group(*parts)


def difference_text(difference: Difference) -> str:
    """Return a disagreement on one line."""
    if difference.field is None:
        kind = "missed" if difference.gold is not None else "spurious"
        row = difference.gold if difference.gold is not None else difference.found
        told = ", ".join(f"{name} {value}" for name, value in row.items() if value is not None)
        return f"{kind} row: {told}"
    return (
        f"{difference.whose}: {difference.field} should be {_told(difference.gold)}, "
        f"is {_told(difference.found)}"
    )


def _errors(evaluation: Evaluation) -> Iterable[RenderableType]:
    for name, differences in evaluation.differences.items():
        yield Text(name, HEADING)
        for difference in differences:
            yield Text(f"  {difference_text(difference)}")
        yield Text()


def _rows(evaluation: Evaluation, by_group: bool) -> Table:
    titles = (
        "Reports\nall", "\nexact", "Rows\ngold", "\nfound", "\nF1", "\nexact",
        "Cells\nP", "\nR", "\nF1",
    )  # fmt: skip
    table = _table("", *titles)
    tallies = {WHOLE: evaluation.whole, **(evaluation.groups if by_group else {})}
    for name, tally in tallies.items():
        exact = tally.rows_exact / max(1, tally.rows_gold)
        table.add_row(
            name,
            str(tally.reports),
            str(tally.reports_exact),
            str(tally.rows_gold),
            str(tally.rows_found),
            f"{tally.rows().f1:.3f}",
            f"{exact:.3f}",
            *_figures(tally.cells()),
        )
    return table


def _fields(tally: Tally) -> Table:
    table = _table("Field", "Gold", "P", "R", "F1")
    for name in FIELDS:
        table.add_row(name, str(tally.gold_cells(name)), *_figures(tally.cells(name)))
    return table


def _session(evaluation: Evaluation) -> Table:
    table = _table("Session", "Gold", "Right", "Wrong")
    for name, hits in evaluation.session.items():
        table.add_row(name, str(hits.stated), str(hits.right), str(hits.wrong))
    return table


def _mentions(evaluation: Evaluation) -> Table:
    tally = evaluation.mentions
    table = _table("Mentions", "Gold", "P", "R", "F1")
    table.add_row(WHOLE, str(tally.gold_spans()), *_figures(tally.score()))
    for label in tally.labels():
        table.add_row(label, str(tally.gold_spans(label)), *_figures(tally.score(label)))
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=HEADING)
    table.add_column(first, no_wrap=True)
    for title in others:
        table.add_column(title, justify="right", no_wrap=True)
    return table


def _figures(score: Score) -> tuple[str, ...]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def _told(value: object) -> str:
    return "empty" if value is None else repr(value)
