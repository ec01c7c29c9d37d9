"""Trying a suggestion: the articles read again as if it were in patterns/ already."""

from collections.abc import Iterable, Sequence

from polesitter.learn.suggest.expected import expected_cells
from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.relations.slots import RuleSet


def gain(
    reader: Reader,
    readings: Iterable[Reading],
    names: Sequence[tuple[str, str]] = (),
    rules: RuleSet | None = None,
) -> float:
    """Cells that more are right, as expected, with names or rules that the model lacks.

    Raises whatever the pipeline raises.
    """
    return sum(
        expected_cells(reader(before.report, names, rules).results) - expected_cells(before.results)
        for before in readings
    )
