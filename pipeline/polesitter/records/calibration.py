"""Scores as probabilities: what the cells of a field with such a score turned out to be worth."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from polesitter.records.sealed import maker_of
from polesitter.types import Evidence, Result

new_evidence = maker_of(Evidence)
ANY: Final = "any"
"""The table of fields that have too few examples for one of their own."""
ROW: Final = "row"
"""The table of rows: the product of a row's cells against how many rows are wholly right."""

Knots = Sequence[tuple[float, float]]
"""Raw score and probability, both ascending; between them the line."""


class Calibration:
    """Maps raw scores to probabilities, field by field. Without tables scores stay as they are."""

    def __init__(self, tables: Mapping[str, Sequence[Sequence[float]]]) -> None:
        self.tables = {name: [(x, y) for x, y in knots] for name, knots in tables.items()}
        self._known: dict[tuple[str, float], float] = {}

    def probability(self, field: str, score: float) -> float:
        """The probability that a cell of a field with a raw score is right."""
        knots = self.tables.get(field) or self.tables.get(ANY)
        return interpolated(knots, score) if knots else score

    def rounded(self, field: str, score: float) -> float:
        """The probability of a raw score of four decimals, to four decimals."""
        known = self._known.get((field, score))
        if known is None:
            # There are no more than ten thousand such scores to remember.
            known = self._known[field, score] = round(self.probability(field, score), 4)
        return known

    def __call__(self, results: Iterable[Result]) -> list[Result]:
        """The results with calibrated scores of evidence, and the confidence that follows."""
        if not self.tables:
            return list(results)
        return [self._result(result) for result in results]

    def _result(self, result: Result) -> Result:
        evidence = self.evidence(result.evidence)
        return replace(result, evidence=evidence, confidence=self.confidence(evidence))

    def evidence(self, raw: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The words of a row with calibrated scores."""
        return tuple(
            [
                new_evidence(
                    one.field, one.start, one.end, one.text, one.rule,
                    self.rounded(one.field, one.score),
                )
                for one in raw
            ]
        )  # fmt: skip

    def confidence(self, evidence: Sequence[Evidence]) -> float:
        """The probability that a row with calibrated evidence is wholly right."""
        raw = product_of(evidence)
        knots = self.tables.get(ROW)
        return round(interpolated(knots, raw) if knots else raw, 4)

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {name: [list(knot) for knot in knots] for name, knots in self.tables.items()}


def product_of(evidence: Sequence[Evidence]) -> float:
    """The probability that all cells of a row are right, taken as independent."""
    least: dict[str, float] = {}
    for one in evidence:
        least[one.field] = min(least.get(one.field, 1.0), one.score)
    product = 1.0
    for score in least.values():
        product *= score
    return product


def interpolated(knots: Knots, score: float) -> float:
    """The line through the knots, level beyond its ends."""
    at = bisect_right(knots, (score, 2.0))
    if at == 0:
        return knots[0][1]
    if at == len(knots):
        return knots[-1][1]
    (x0, y0), (x1, y1) = knots[at - 1], knots[at]
    return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
