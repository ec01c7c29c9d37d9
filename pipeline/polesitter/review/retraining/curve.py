"""How the model got better with the reports it learned from: the points of a learning curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from polesitter.learn.retrain.history import HistoryLine
from polesitter.learn.retrain.outcome import RetrainOutcome

When = Literal["earlier", "before", "after", "refused"]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A model: how many reports it learned from, and cell F1 (0 to 1) on reports it did not.

    `part`: "all", "dev" or a series group. `when`: "before" and "after" are of the
    retraining that is told of, "refused" in place of "after" where its model is not used.
    """

    part: str
    reports: int
    f1: float
    version: str
    when: When


def curve_points(outcome: RetrainOutcome, history: Sequence[HistoryLine]) -> list[CurvePoint]:
    """Return the points by part, then from few reports to many; none where nothing was judged.

    `history`: the promotions so far, this one included or not. The reports that judge may
    differ from one retraining to the next; before and after are scored on the same ones.
    """
    if outcome.gate is None:
        return []
    points = [
        CurvePoint(part, line.reports, f1, line.version, "earlier")
        for line in history
        if line.version not in (outcome.version, outcome.parent)
        for part, f1 in line.scores.items()
    ]
    taught = outcome.reports - len(outcome.intake.added)
    now: When = "refused" if outcome.verdict == "refused" else "after"
    for one in (*outcome.gate.of("total"), *outcome.gate.of("group")):
        points.append(CurvePoint(one.name, taught, one.f1_before, outcome.parent, "before"))
        points.append(CurvePoint(one.name, outcome.reports, one.f1_after, outcome.version, now))
    return sorted(points, key=_place)


ORDER: tuple[When, ...] = ("earlier", "before", "after", "refused")


def _place(point: CurvePoint) -> tuple[bool, str, int, int]:
    return point.part != "all", point.part, point.reports, ORDER.index(point.when)
