"""Whether the scores of cells and rows are probabilities: calibration error and reliability.

Cells are cut into bins of equal mass by their scores; the error is the mean distance
between what a bin's scores promise and how many of its cells are right, weighted by
mass (Naeini et al. 2015, with the equal-mass bins of Nixon et al. 2019). So are rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.learn.guide_names import COLUMNS
from polesitter.learn.scoring.bootstrap import Interval, interval_of
from polesitter.learn.scoring.cells import Cell
from polesitter.records.calibration import ROW
from polesitter.types import Evidence

BINS = 10
DRAWS = 500
"""Redrawings for the interval; each cuts the bins anew."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ScoredCell:
    """A cell that was found, or a whole row (field ROW): its score and whether it is right."""

    report: int
    field: str
    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin: how many cells, the lowest and highest score, and what came of them."""

    cells: int
    low: float
    high: float
    promised: float
    right: float


def scored_cells(
    report: int, cells: Iterable[Cell], evidence: Sequence[Sequence[Evidence]]
) -> list[ScoredCell]:
    """Return the found cells of one report with their scores; those without are left out.

    `evidence` by row. A cell told by several words has the least of their scores.
    """
    scored = []
    for cell in cells:
        if cell.found_row is None or cell.verdict == "missed" or cell.found_row >= len(evidence):
            continue
        columns = COLUMNS[cell.field]
        scores = [one.score for one in evidence[cell.found_row] if one.field in columns]
        if scores:
            scored.append(ScoredCell(report, cell.field, min(scores), cell.verdict == "right"))
    return scored


def scored_rows(
    report: int, cells: Iterable[Cell], confidences: Sequence[float]
) -> list[ScoredCell]:
    """Return the found rows of one report; right is a row of which no found cell is wrong.

    `confidences` by row: the chance that all that the row tells is right. What it does not
    tell is no promise.
    """
    wrong = {cell.found_row for cell in cells if cell.verdict not in ("right", "missed")}
    return [
        ScoredCell(report, ROW, confidence, row not in wrong)
        for row, confidence in enumerate(confidences)
    ]


def calibration_error(cells: Sequence[ScoredCell], bins: int = BINS) -> float:
    """Return the expected calibration error, 0 (honest) to 1; 0 where there are no cells."""
    return _error(*_arrays(cells), bins)


def calibration_interval(
    cells: Sequence[ScoredCell], reports: int, *, draws: int = DRAWS
) -> Interval:
    """Return the calibration error with its interval, redrawn over the reports.

    `reports`: how many there are; the cells of a report bear its number, from 0.
    """
    scores, right = _arrays(cells)
    numbers = np.array([cell.report for cell in cells], dtype=np.int64)
    members = [np.flatnonzero(numbers == report) for report in range(reports)]

    def redrawn(drawn: NDArray[np.int64]) -> float:
        chosen = np.concatenate([members[report] for report in drawn]) if len(drawn) else drawn
        return _error(scores[chosen], right[chosen], BINS)

    return interval_of(redrawn, reports, draws=draws)


def reliability(cells: Sequence[ScoredCell], bins: int = BINS) -> list[Bin]:
    """Return the bins from the lowest scores to the highest."""
    scores, right = _in_order(*_arrays(cells))
    return [
        Bin(
            len(part),
            float(part[0]),
            float(part[-1]),
            float(part.mean()),
            float(told.mean()),
        )
        for part, told in zip(_cut(scores, bins), _cut(right, bins), strict=True)
    ]


def _error(scores: Floats, right: Floats, bins: int) -> float:
    if not len(scores):
        return 0.0
    scores, right = _in_order(scores, right)
    parts = zip(_cut(scores, bins), _cut(right, bins), strict=True)
    return float(sum(abs(part.sum() - told.sum()) for part, told in parts) / len(scores))


def _in_order(scores: Floats, right: Floats) -> tuple[Floats, Floats]:
    """Sort by score; cells of one score share what is right among them.

    Else it would be chance which of them fall into which bin.
    """
    values, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    share = np.bincount(place, weights=right) / counts if len(values) else values
    return np.repeat(values, counts), np.repeat(share, counts)


def _cut(values: Floats, bins: int) -> list[Floats]:
    return [part for part in np.array_split(values, bins) if len(part)]


def _arrays(cells: Sequence[ScoredCell]) -> tuple[Floats, Floats]:
    scores = np.array([cell.score for cell in cells], dtype=np.float64)
    return scores, np.array([cell.right for cell in cells], dtype=np.float64)
