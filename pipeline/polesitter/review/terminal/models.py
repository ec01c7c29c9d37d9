"""The models that are kept, and what lies between two of them, in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from polesitter.learn.retrain.model_diff import ModelDiff, WeightChange
from polesitter.learn.retrain.store import StoredModel
from polesitter.review.terminal.figures import figure_table
from polesitter.review.terminal.palette import HEADING, QUIET

SHOWN = 20
"""Names and weights listed of each kind."""


def models_view(models: Sequence[tuple[StoredModel, bool]]) -> Table:
    """Return a table of models, each with whether it is the one in use."""
    table = figure_table("Version", "From", "Reports", "Data until", "F1", "F1 dev", "")
    for model, in_use in models:
        learning = model.learning
        scores = (learning.get("gate") or {}).get("scores", {})
        table.add_row(
            f"{model.name} in use" if in_use else model.name,
            str(learning.get("parent", "")),
            str(learning.get("reports", "")),
            str(learning.get("data_date") or ""),
            *(f"{scores[name]:.3f}" if name in scores else "" for name in ("all", "dev")),
            (learning.get("kept_anyway") or {}).get("reason", ""),
        )
    return table


def diff_view(diff: ModelDiff) -> RenderableType:
    """Return what a diff holds, the longest lists shortened."""
    parts: list[RenderableType] = []
    for title, sign, rows in (
        ("Names added", "+", diff.names_added),
        ("Names removed", "-", diff.names_removed),
        ("Slot patterns added", "+", diff.patterns_added),
        ("Slot patterns removed", "-", diff.patterns_removed),
    ):
        parts += _listed(title, [f"{sign} {'  '.join(row)}" for row in rows])
    parts += _listed("Weights changed", [_weight_text(one) for one in diff.weights])
    if diff.scores:
        parts.append(_scores(diff))
    return Group(*parts) if parts else Text("The two are alike.")


def _listed(title: str, lines: Sequence[str]) -> Iterator[RenderableType]:
    if lines:
        yield Text(f"{title}: {len(lines)}", HEADING)
        yield from (Text(f"  {line}") for line in lines[:SHOWN])
        if len(lines) > SHOWN:
            yield Text(f"  and {len(lines) - SHOWN} more", QUIET)
        yield Text()


def _weight_text(change: WeightChange) -> str:
    feature = change.feature or "(bias)"
    return f"{change.old:+.3f} -> {change.new:+.3f}  {change.model} {change.toward}: {feature}"


def _scores(diff: ModelDiff) -> Table:
    table = figure_table("F1 at the gate", diff.old, diff.new)
    for name, figures in diff.scores.items():
        table.add_row(name, *("" if figure is None else f"{figure:.3f}" for figure in figures))
    return table
