"""Two annotators compared, in the terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.scoring.agreement import Agreement, Counts
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.disagreements import Disagreement
from polesitter.review.terminal.figures import WHOLE, figure_table
from polesitter.review.terminal.palette import HEADING, QUIET

NOTHING = "–"


def agreement_view(found: Agreement, *, differences: bool = False) -> RenderableType:
    """Return labels, fields, session and reports; first the differences if wanted."""
    parts: list[RenderableType] = list(_differences(found)) if differences else []
    parts += [_labels(found.whole), Text(), _fields(found.whole), Text(), _reports(found)]
    references = found.whole.references.score()
    if found.whole.references.gold:
        told = f"References of mentions that both have: B-cubed F1 {references.f1:.3f}"
        parts += [Text(), Text(told, QUIET)]
    return Group(*parts)


def _differences(found: Agreement) -> Iterable[RenderableType]:
    report = ""
    for one in found.differences:
        if one.report != report:
            report = one.report
            yield Text(f"\n{report}" if report else report, HEADING)
        yield Text(f"  {_line(one)}")
        if one.sentence:
            yield Text(f"      {' '.join(one.sentence.split())}", QUIET)
    if found.differences:
        yield Text()


def _line(one: Disagreement) -> str:
    return f"{one.kind} {one.what}: A {_told(one.a)}, B {_told(one.b)}"


def _told(value: object) -> str:
    return "nothing" if value is None else repr(value)


def _labels(counts: Counts) -> Table:
    tally = counts.mentions
    table = figure_table("Mentions", "A", "B", "Both", "F1", "Kappa")
    for label in (None, *tally.names()):
        names = () if label is None else (label,)
        right, wrong, _ = tally.counts(*names)
        table.add_row(
            label or WHOLE,
            str(tally.gold(*names)),
            str(right + wrong),
            str(right),
            f"{tally.score(*names).f1:.3f}",
            _figure(counts.tokens.kappa(label)),
        )
    return table


def _fields(counts: Counts) -> Table:
    a, b = counts.cells_of_a.cells, counts.cells_of_b.cells
    table = figure_table("Cells", "A", "B", "Both", "F1 of A", "F1 of B")
    for name in (None, *FIELDS):
        names = () if name is None else (name,)
        stated = [side.gold(*names) for side in (a, b)]
        if not any(stated):
            continue
        table.add_row(
            name or WHOLE,
            *map(str, stated),
            str(a.counts(*names)[0]),
            f"{a.score(*names).f1:.3f}",
            f"{b.score(*names).f1:.3f}",
        )
    for name, count in counts.session.items():
        f1 = _figure(count.f1())
        table.add_row(f"session {name}", str(count.a), str(count.b), str(count.alike), f1, f1)
    return table


def _reports(found: Agreement) -> Table:
    table = figure_table("Report", "Mentions F1", "Kappa", "Cells F1", "Differences")
    for name, counts in {WHOLE: found.whole, **found.documents}.items():
        places = sum(name in (WHOLE, one.report) for one in found.differences)
        has_cells = counts.cells_of_a.rows_gold or counts.cells_of_b.rows_gold
        table.add_row(
            name,
            f"{counts.mentions.score().f1:.3f}" if counts.mentions.names() else NOTHING,
            _figure(counts.tokens.kappa()),
            f"{counts.cells_of_a.cells.score().f1:.3f}" if has_cells else NOTHING,
            str(places),
        )
    return table


def _figure(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.3f}"
