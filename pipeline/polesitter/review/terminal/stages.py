"""The figures of the single stages in the terminal."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.evaluate import Evaluation
from polesitter.learn.scoring.bcubed import RESOLVED, ReferenceTally
from polesitter.learn.scoring.calibration import ScoredCell, reliability
from polesitter.learn.scoring.framing_score import FramingTally
from polesitter.learn.scoring.relation_score import RELATED, RelationTally
from polesitter.review.terminal.figures import WHOLE, figure_table, score_figures


def stages_view(evaluation: Evaluation) -> RenderableType:
    """Return references, relations, framing and reliability, so far as they were scored."""
    parts: list[RenderableType] = []
    if evaluation.references.gold.total():
        parts += [_references(evaluation.references), Text()]
    if evaluation.relations.gold():
        parts += [_relations(evaluation.relations), Text()]
    if evaluation.framing.gold():
        parts += [_framing(evaluation.framing), Text()]
    if evaluation.scored:
        parts.append(_reliability(evaluation.scored))
    return Group(*parts)


def _references(tally: ReferenceTally) -> Table:
    table = figure_table("References (B3)", "Gold", "P", "R", "F1")
    for label in RESOLVED:
        table.add_row(label, str(tally.gold[label]), *score_figures(tally.score(label)))
    return table


def _relations(tally: RelationTally) -> Table:
    table = figure_table("Relations", "Gold", "P", "R", "F1", "Proposed")
    for title, names in ((WHOLE, ()), *((name, (name,)) for name in RELATED)):
        proposed = f"{tally.share_proposed(*names):.3f}"
        figures = score_figures(tally.score(*names))
        table.add_row(title, str(tally.gold(*names)), *figures, proposed)
    return table


def _framing(tally: FramingTally) -> Table:
    table = figure_table("Framing", "Gold", "P", "R", "F1")
    right = f"{tally.accuracy():.3f}"
    table.add_row(WHOLE, str(tally.gold()), "", right, "")
    for name in tally.names():
        table.add_row(name, str(tally.gold(name)), *score_figures(tally.score(name)))
    return table


def _reliability(cells: list[ScoredCell]) -> Table:
    table = figure_table("Scores", "Cells", "Promised", "Right")
    for each in reliability(cells):
        scores = f"{each.low:.3f} to {each.high:.3f}"
        table.add_row(scores, str(each.cells), f"{each.promised:.3f}", f"{each.right:.3f}")
    return table
