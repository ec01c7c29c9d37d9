"""A comparison as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.learn.scoring.cells import CellTally
from polesitter.learn.scoring.compare import Comparison
from polesitter.review.evaluation_values import interval_values, score_values


def comparison_values(comparison: Comparison) -> dict[str, Any]:
    """Return the totals of both sides, the difference of cell F1, gains and losses."""
    return {
        "reports": comparison.reports,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "difference": interval_values(comparison.difference),
        "gains": [asdict(change) for change in comparison.gains()],
        "losses": [asdict(change) for change in comparison.losses()],
    }


def _side(tally: CellTally) -> dict[str, Any]:
    right, wrong, missed = tally.counts()
    counts = {"right": right, "wrong": wrong, "missed": missed}
    return {**counts, **score_values(tally.score())}
