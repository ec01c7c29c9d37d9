"""An evaluation in the terminal: rows, cells, session facts, mentions."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.evaluate import Evaluation
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.bootstrap import f1_interval
from polesitter.learn.scoring.calibration import calibration_interval
from polesitter.learn.scoring.score import Tally
from polesitter.learn.scoring.session_score import Hits
from polesitter.review.terminal.figures import WHOLE, figure_table, interval_text, score_figures
from polesitter.review.terminal.stages import stages_view


def evaluation_view(
    evaluation: Evaluation, *, by_group: bool = False, stages: bool = False
) -> RenderableType:
    """Return rows and cells, fields, session and mentions; `stages`: all that comes between."""
    parts: list[RenderableType] = [_rows(evaluation, by_group), _sure(evaluation), Text()]
    parts += [_fields(evaluation.whole), Text(), _hits("Session", evaluation.session)]
    if evaluation.mentions.gold():
        parts += [Text(), _mentions(evaluation)]
    if stages:
        if any(hits.stated for hits in evaluation.facts.values()):
            parts += [Text(), _hits("Facts", evaluation.facts)]
        parts += [Text(), stages_view(evaluation)]
    return Group(*parts)


def _rows(evaluation: Evaluation, by_group: bool) -> Table:
    titles = (
        "Reports\nall", "\nexact", "Rows\ngold", "\nfound", "\nF1", "\nexact",
        "Cells\nP", "\nR", "\nF1",
    )  # fmt: skip
    table = figure_table("", *titles)
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
            *score_figures(tally.cells.score()),
        )
    return table


def _sure(evaluation: Evaluation) -> Text:
    """Return how sure cell F1 and the scores of cells are."""
    told = Text(f"Cell F1 {interval_text(f1_interval(list(evaluation.counts.values())))}")
    if evaluation.scored:
        error = calibration_interval(evaluation.scored, len(evaluation.counts))
        told.append(f"; calibration error {interval_text(error)}")
    return told


def _fields(tally: Tally) -> Table:
    table = figure_table("Field", "Gold", "P", "R", "F1")
    for name in FIELDS:
        table.add_row(name, str(tally.cells.gold(name)), *score_figures(tally.cells.score(name)))
    return table


def _hits(title: str, fields: dict[str, Hits]) -> Table:
    table = figure_table(title, "Gold", "Right", "Wrong")
    for name, hits in fields.items():
        table.add_row(name, str(hits.stated), str(hits.right), str(hits.wrong))
    return table


def _mentions(evaluation: Evaluation) -> Table:
    tally = evaluation.mentions
    table = figure_table("Mentions", "Gold", "P", "R", "F1")
    table.add_row(WHOLE, str(tally.gold()), *score_figures(tally.score()))
    for label in tally.names():
        table.add_row(label, str(tally.gold(label)), *score_figures(tally.score(label)))
    return table
