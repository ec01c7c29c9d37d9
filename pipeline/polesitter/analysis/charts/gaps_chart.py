"""How gaps to the pole are spread, series by series."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.charts.theme import BLUE, INK, ORANGE, SKY, Spec, chart, distinct, values
from polesitter.analysis.field_coverage import UNSTATED
from polesitter.analysis.place import Place

MOST_POINTS = 1_500
"""With more gaps than this the boxes speak alone."""
MOST_SERIES = 20
TAIL, MANY = 0.98, 200
"""The share of the gaps shown where there are many: a car that crashed must not set the scale."""
ENOUGH = 5
"""With fewer gaps a series has no box, only its points."""
BAND = 34
WHO = ("second place", "other places")


def gaps_chart(places: Sequence[Place], aliases: Aliases, chosen: str) -> Spec:
    """Return boxes and points: gaps in percent of the pole lap, so that tracks compare.

    `places`: all places behind their pole. The points of a series are spread in height
    only to be told apart, always in the same way.
    """
    named: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if place.gap_to_pole_pct is not None:
            key = aliases.id_of("series", place.series) if place.series else UNSTATED
            named[key].append(place)
    gaps = sorted(p.gap_to_pole_pct or 0.0 for own in named.values() for p in own)
    limit = gaps[max(0, round(TAIL * len(gaps)) - 1)] if len(gaps) > MANY else gaps[-1]
    shown = sorted(named.values(), key=_middle)[:MOST_SERIES]
    names = distinct(f"{own[0].series or UNSTATED} ({len(own):,})" for own in shown)
    rows = [
        {
            "series": name,
            "gap": place.gap_to_pole_pct,
            "driver": place.driver,
            "position": WHO[0] if place.position == 2 else WHO[1],
            "spread": (number * 7 + 5) % 11 / 11 - 5 / 11,
            "box": len(own) >= ENOUGH,
        }
        for name, own in zip(names, shown, strict=True)
        for number, place in enumerate(own)
        if (place.gap_to_pole_pct or 0.0) <= limit
    ]
    beyond = sum(gap > limit for gap in gaps)
    notes = [chosen, f"not drawn: {beyond:,} beyond {limit:.1f} %" if beyond else ""]
    body: Spec = {
        "data": values(rows), "width": 560, "height": {"step": BAND},
        "layer": _layers(names, len(rows) <= MOST_POINTS),
    }  # fmt: skip
    return chart("Gaps to the pole", notes, body)


def _middle(places: Sequence[Place]) -> tuple[bool, float]:
    """Closest series first, those that no report names last."""
    return (places[0].series is None, median(place.gap_to_pole_pct or 0.0 for place in places))


def _layers(names: Sequence[str], points: bool) -> list[Spec]:
    y: Spec = {"field": "series", "type": "nominal", "sort": list(names), "title": None}
    x: Spec = {
        "field": "gap", "type": "quantitative", "title": "behind the pole, % of the pole lap",
        "scale": {"zero": True}, "axis": {"format": "~g", "tickCount": 7},
    }  # fmt: skip
    box: Spec = {
        "transform": [{"filter": "datum.box"}],
        "mark": {
            "type": "boxplot", "extent": "min-max", "size": 16,
            "box": {"color": SKY, "opacity": 0.45}, "median": {"color": INK, "thickness": 2},
            "rule": {"color": SKY}, "ticks": False,
        },
        "encoding": {"y": y, "x": x},
    }  # fmt: skip
    if not points:
        return [box]
    dots: Spec = {
        "mark": {"type": "point", "filled": True, "size": 38, "opacity": 0.85},
        "encoding": {
            "y": y, "x": x,
            "yOffset": {"field": "spread", "type": "quantitative",
                        "scale": {"domain": [-1.4, 1.4]}},
            "color": {"field": "position", "type": "nominal",
                      "scale": {"domain": list(WHO), "range": [ORANGE, BLUE]},
                      "legend": {"title": None}},
            "shape": {"field": "position", "type": "nominal",
                      "scale": {"domain": list(WHO), "range": ["diamond", "circle"]}},
            "tooltip": [{"field": "driver"}, {"field": "gap"}],
        },
    }  # fmt: skip
    return [box, dots]
