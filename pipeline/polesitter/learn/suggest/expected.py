"""How many cells of some results are right, by the probabilities they come with."""

from collections.abc import Iterable

from polesitter.types import Result


def cell_scores(result: Result) -> dict[str, float]:
    """The probability of each column that has evidence; that of its least sure words."""
    least: dict[str, float] = {}
    for one in result.evidence:
        least[one.field] = min(least.get(one.field, 1.0), one.score)
    return least


def expected_cells(results: Iterable[Result]) -> float:
    """Cells that are right, as expected."""
    return sum(sum(cell_scores(result).values()) for result in results)
