"""Fitting the tables of records.calibration on reports the relations were not learned from.

Isotonic regression by pooling adjacent violators (Zadrozny and Elkan 2002), one table per
field; few examples lean on what all fields together show.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import isotonic_regression

from polesitter.learn.guide_names import COLUMNS
from polesitter.learn.scoring.calibration import ScoredCell
from polesitter.records.calibration import ANY, ROW, Knots

ENOUGH = 80
"""Cells a field needs for a table of its own."""
LEANING = 10.0
"""Weight, in cells, of the overall share of right cells in every block."""
KNOTS = 12
"""A table has at most so many blocks."""


def calibrate(cells: Iterable[ScoredCell], rows: Sequence[tuple[float, bool]]) -> dict[str, Knots]:
    """Tables by column of the results, one for all of them, and one for rows.

    `rows`: the product of each row's calibrated cells, and whether all are right.
    """
    by_field: Mapping[str, list[tuple[float, bool]]] = defaultdict(list)
    for cell in cells:
        for name in (*COLUMNS[cell.field], ANY):
            by_field[name].append((cell.score, cell.right))
    tables = {
        name: knots_of(found)
        for name, found in sorted(by_field.items())
        if len(found) >= ENOUGH or (name == ANY and found)
    }
    if rows:
        tables[ROW] = knots_of(rows)
    return tables


def knots_of(found: Sequence[tuple[float, bool]]) -> Knots:
    """The rising line through blocks of equal mass, each block drawn towards the mean."""
    ordered = sorted(found)
    scores = np.array([score for score, _ in ordered])
    right = np.array([float(told) for _, told in ordered])
    mean = float(right.mean())
    parts = max(1, min(KNOTS, len(ordered) // 25))
    xs, ys, weights = [], [], []
    for block in np.array_split(np.arange(len(ordered)), parts):
        xs.append(float(scores[block].mean()))
        ys.append(float((right[block].sum() + LEANING * mean) / (len(block) + LEANING)))
        weights.append(len(block))
    risen = isotonic_regression(ys, weights=weights).x
    knots: dict[float, float] = {}
    for x, y in zip(xs, risen, strict=True):
        knots[round(x, 4)] = round(float(y), 4)
    return sorted(knots.items())
