"""The grid of one session: each place, as far behind the pole as reports tell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from polesitter.analysis.answers.texts import (
    driver_text,
    gap_to_pole_text,
    session_heading,
    session_subheading,
    status_text,
)
from polesitter.analysis.charts.theme import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    QUIET,
    RULE,
    VERMILION,
    Spec,
    chart,
    distinct,
    values,
)  # fmt: skip
from polesitter.analysis.place import Place

ROW = 24
"""Points of height per place."""
WIDTH = 520
LETTER = 6.6
"""Points of width, on average, of a letter of a label."""
WIDE = "\u2003"
"""A blank that drawing does not collapse."""
FIGURE = "\u2007"
"""A blank as wide as a digit."""
HOW = ("pole", "stated", "from laps", "from a chain of gaps", "from speeds")
COLOURS = (INK, BLUE, ORANGE, GREEN, VERMILION)
SHAPES = ("diamond", "circle", "square", "triangle-up", "triangle-down")
HOW_OF = {"stated": HOW[1], "laps": HOW[2], "chain": HOW[3], "speeds": HOW[4]}


def grid_chart(classes: Sequence[Sequence[Place]]) -> Spec:
    """Return the chart of one session: its classes one above the other.

    In seconds where any place has them, else in percent of the pole lap.
    """
    first = classes[0][0]
    several = len(classes) > 1
    scale = _Scale([place for places in classes for place in places])
    last = len(classes) - 1
    parts = [
        _class_part(places, several, scale, number == last) for number, places in enumerate(classes)
    ]
    blank = any(place.gap_from is None and place.position != 1 for own in classes for place in own)
    subtitle = [session_subheading(first), "no mark: the reports tell no gap" if blank else ""]
    shared = {"scale": {"color": "shared", "shape": "shared"}}
    body = {"vconcat": parts, "spacing": 22, "resolve": shared} if several else parts[0]
    return chart(heading_of(classes), subtitle, body)


class _Scale:
    """Seconds or percent, whichever more places have; from the pole to the last of them."""

    def __init__(self, places: Sequence[Place]) -> None:
        behind = [place for place in places if place.position != 1]
        seconds = [p.gap_to_pole_s for p in behind if p.gap_to_pole_s is not None]
        percent = [p.gap_to_pole_pct for p in behind if p.gap_to_pole_pct is not None]
        self.in_seconds = len(seconds) >= len(percent)
        found = {_how(place) for place in places if self.gap(place) is not None}
        self.used = [how for how in HOW if how in found]
        self.widest = max(seconds if self.in_seconds else percent, default=0.0)

    def gap(self, place: Place) -> float | None:
        """Return the gap of a place on this scale."""
        return place.gap_to_pole_s if self.in_seconds else place.gap_to_pole_pct

    @property
    def axis(self) -> Spec:
        """The axis; none where there is no gap to draw."""
        unit = "seconds" if self.in_seconds else "% of the pole lap"
        shown: Spec = {"format": "~g", "tickCount": 5, "grid": False}
        return {
            "type": "quantitative",
            "title": f"behind the pole, {unit}" if self.widest else None,
            "scale": {"domain": [0, self.widest or 1.0], "nice": False},
            "axis": shown if self.widest else None,
        }


def heading_of(classes: Sequence[Sequence[Place]]) -> str:
    """Return what the session is called: with its class where there is one only."""
    first = classes[0][0]
    return session_heading(replace(first, car_class=None) if len(classes) > 1 else first)


def _class_part(places: Sequence[Place], titled: bool, scale: _Scale, axis: bool) -> Spec:
    names = distinct(_name(place) for place in places)
    rows = [_row(place, scale, name) for place, name in zip(places, names, strict=True)]
    part: Spec = {
        "data": values(rows),
        "width": WIDTH,
        "height": {"step": ROW},
        "layer": _layers(scale, axis, names),
    }
    if titled:
        name = places[0].car_class or "class not stated"
        part["title"] = {"text": name, "fontSize": 14, "offset": 8}
    return part


def _row(place: Place, scale: _Scale, name: str) -> dict[str, Any]:
    gap = scale.gap(place)
    how = _how(place) if gap is not None else None
    told = _told(place, scale.in_seconds) if gap is not None else None
    # A car without a driver goes by its team.
    beside = (place.team or place.car) if place.driver else place.car
    remarks = [beside, status_text(place), "from the rear" * place.starts_at_rear]
    if place.position == 1:
        told = "pole"
    return {
        "name": name,
        "gap": gap,
        "how": how,
        "told": told,
        "remark": WIDE.join(remark for remark in remarks if remark),
        "at": gap or 0,
    }


def _told(place: Place, seconds: bool) -> str | None:
    """The gap as on the axis; in percent, the seconds after it where they are known."""
    if seconds or place.gap_to_pole_s is None:
        return gap_to_pole_text(place)
    return f"+{place.gap_to_pole_pct:.2f} % ({gap_to_pole_text(place)} s)"


def _name(place: Place) -> str:
    rank = "–" if place.position is None else f"{place.position}"
    return f"{driver_text(place) or place.team or 'not named'}{WIDE}{rank.rjust(2, FIGURE)}"


def _how(place: Place) -> str | None:
    return HOW[0] if place.position == 1 else HOW_OF.get(place.gap_from or "")


def _layers(scale: _Scale, axis: bool, names: Sequence[str]) -> list[Spec]:
    y: Spec = {
        "field": "name", "type": "nominal", "sort": list(names), "title": None,
        "axis": {"labelFontWeight": 500, "labelPadding": 16},
    }  # fmt: skip
    x: Spec = {"field": "gap", **scale.axis}
    if not axis:
        x |= {"axis": None}
    known = [{"filter": "datum.how != null"}]
    line: Spec = {
        "transform": known,
        "mark": {"type": "rule", "color": RULE, "strokeWidth": 2},
        "encoding": {"y": y, "x": x, "x2": {"datum": 0}},
    }
    point: Spec = {
        "transform": known,
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
        "encoding": {"y": y, "x": x, **_kinds(scale.used),
                     "tooltip": [{"field": "name"}, {"field": "told"}]},
    }  # fmt: skip
    return [line, point, *_labels({"y": y, "x": {**x, "field": "at"}})]


def _kinds(used: Sequence[str]) -> Spec:
    """Colour and shape by how a gap is known; never by colour alone."""
    legend: Spec | None = {"title": None} if len(used) > 1 else None
    named: Spec = {"field": "how", "type": "nominal", "legend": legend}
    colours = [COLOURS[HOW.index(how)] for how in used]
    shapes = [SHAPES[HOW.index(how)] for how in used]
    return {
        "color": {**named, "scale": {"domain": list(used), "range": colours}},
        "shape": {**named, "scale": {"domain": list(used), "range": shapes}},
    }


def _labels(at: Spec) -> list[Spec]:
    """The gap beside its mark, and team and status beside the gap."""
    return [
        {
            "transform": [{"calculate": "datum.told == null ? '' : datum.told", "as": "label"}],
            "mark": {"type": "text", "align": "left", "dx": 10, "fontWeight": 600},
            "encoding": {**at, "text": {"field": "label"}},
        },
        {
            "transform": [{"calculate": f"length(datum.told || '') * {LETTER}", "as": "shift"}],
            "mark": {
                "type": "text", "align": "left", "color": QUIET,
                "dx": {"expr": "datum.shift + (datum.told == null ? 10 : 22)"},
            },
            "encoding": {**at, "text": {"field": "remark"}},
        },
    ]  # fmt: skip
