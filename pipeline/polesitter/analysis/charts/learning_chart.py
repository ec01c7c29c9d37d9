"""Cell F1 by the number of reports a model learned from."""

from collections.abc import Mapping, Sequence

from polesitter.analysis.charts.theme import (
    BLUE,
    INK,
    PAPER,
    QUIET,
    VERMILION,
    Spec,
    chart,
    values,
)
from polesitter.review.retraining.curve import CurvePoint

WHOLE, DEV = "all", "dev"
APART = 0.06
"""The least distance of two names, as a share of the chart's height."""
NOW = ("after", "refused")


def learning_chart(points: Sequence[CurvePoint]) -> Spec:
    """Return a line over all reports, told apart from thin ones by series group."""
    drawn = [one for one in points if one.part != DEV]
    heights = label_heights({one.part: 100 * one.f1 for one in drawn if one.when in NOW},
                            [100 * one.f1 for one in drawn])  # fmt: skip
    rows = [
        {
            "part": one.part, "reports": one.reports, "f1": round(100 * one.f1, 2),
            "version": one.version, "refused": one.when == "refused", "last": one.when in NOW,
            "label": heights.get(one.part),
        }
        for one in drawn
    ]  # fmt: skip
    whole, group = f"datum.part === '{WHOLE}'", f"datum.part !== '{WHOLE}'"
    body: Spec = {
        "data": values(rows), "width": 720, "height": 320,
        "layer": [
            _line(group, {"color": QUIET, "strokeWidth": 1, "opacity": 0.7}),
            _label(group, {"color": QUIET}),
            _line(whole, {"color": BLUE, "strokeWidth": 3}),
            _dots(whole),
            _label(whole, {"color": BLUE, "fontWeight": 600}),
            _versions(whole),
        ],
    }  # fmt: skip
    return chart("Learning curve", ["cell F1 on reports that were not learned from"], body)


def _line(which: str, mark: Spec) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "line", **mark},
        "encoding": {**_place(), "detail": {"field": "part"}, "order": {"field": "reports"}},
    }


def _dots(which: str) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, "stroke": PAPER},
        "encoding": {
            **_place(),
            "color": {"condition": {"test": "datum.refused", "value": VERMILION}, "value": BLUE},
        },
    }


def _label(which: str, mark: Spec) -> Spec:
    """Name each line at its right end."""
    place = _place()
    return {
        "transform": [{"filter": which}, {"filter": "datum.last"}],
        "mark": {"type": "text", "align": "left", "dx": 10, "fontSize": 12, **mark},
        "encoding": {
            **place, "y": {**place["y"], "field": "label"}, "text": {"field": "part"},
        },
    }  # fmt: skip


def label_heights(ends: Mapping[str, float], drawn: Sequence[float]) -> dict[str, float]:
    """Return where the names of lines stand that end at some heights: in order, none on another.

    `drawn`: all heights of the chart, which tell how much a line of text takes.
    """
    if not ends:
        return {}
    apart = APART * (max(drawn) - min(drawn))
    names = sorted(ends, key=ends.__getitem__)
    heights: dict[str, float] = {}
    below = float("-inf")
    for name in names:
        below = heights[name] = max(ends[name], below + apart)
    # Pushed up from below they stand too high on the whole: half of it is taken back.
    shift = sum(heights[name] - ends[name] for name in names) / len(names)
    return {name: round(height - shift, 2) for name, height in heights.items()}


def _versions(which: str) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "text", "dy": 17, "fontSize": 11, "color": INK},
        "encoding": {**_place(), "text": {"field": "version"}},
    }


def _place() -> Spec:
    x: Spec = {
        "field": "reports", "type": "quantitative", "title": "reports learned from",
        "scale": {"zero": False, "nice": True, "padding": 12},
        "axis": {"tickCount": 6, "grid": False, "format": ",d", "tickMinStep": 1},
    }  # fmt: skip
    y: Spec = {
        "field": "f1", "type": "quantitative", "title": "cell F1, %",
        "scale": {"zero": False, "nice": True}, "axis": {"tickCount": 6},
    }  # fmt: skip
    return {"x": x, "y": y}
