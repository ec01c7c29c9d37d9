"""What a retraining changed: the difference of cell F1, by series group and field."""

from collections.abc import Sequence

from polesitter.analysis.charts.theme import (
    GREEN,
    INK,
    QUIET,
    RULE,
    VERMILION,
    Spec,
    chart,
    values,
)
from polesitter.learn.retrain.outcome import Standing

FALLS, SAME, RISES = "falls", "within chance", "rises"
BAND = 23
"""Points of height per row."""


def standings_chart(standings: Sequence[Standing]) -> Spec:
    """Return the differences in points with their intervals, in the order given."""
    rows = [
        {
            "part": f"{one.kind} {one.name}" if one.kind != "total" else one.name,
            "points": round(100 * one.difference.value, 2),
            "low": round(100 * one.difference.low, 2),
            "high": round(100 * one.difference.high, 2),
            "verdict": _verdict(one),
        }
        for one in standings
    ]
    y: Spec = {
        "field": "part", "type": "nominal", "sort": [str(row["part"]) for row in rows],
        "title": None,
    }  # fmt: skip
    color: Spec = {
        "field": "verdict", "type": "nominal", "legend": None,
        "scale": {"domain": [FALLS, SAME, RISES], "range": [VERMILION, QUIET, GREEN]},
    }  # fmt: skip
    body: Spec = {
        "data": values(rows), "width": 720, "height": {"step": BAND},
        "layer": [
            {"mark": {"type": "rule", "color": INK, "strokeWidth": 1},
             "encoding": {"x": {"datum": 0, "type": "quantitative"}}},
            {"mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.5, "strokeCap": "round"},
             "encoding": {"y": y, "x": _points("low"), "x2": {"field": "high"}, "color": color}},
            {"mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
             "encoding": {"y": y, "x": _points("points"), "color": color}},
        ],
    }  # fmt: skip
    return chart("Before and after", ["cell F1, new model less old, with 95 % intervals"], body)


def _points(name: str) -> Spec:
    signed = "datum.value === 0 ? '0' : format(datum.value, '+~g')"
    axis: Spec = {"labelExpr": signed, "tickCount": 7, "grid": True, "gridColor": RULE}
    return {"field": name, "type": "quantitative", "title": "points of cell F1", "axis": axis}


def _verdict(one: Standing) -> str:
    if one.falls:
        return FALLS
    return RISES if one.difference.low > 0 else SAME
