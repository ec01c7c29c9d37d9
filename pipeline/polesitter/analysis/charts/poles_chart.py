"""Pole counts as bars, the disputed ones apart."""

from collections.abc import Sequence

from polesitter.analysis.charts.theme import BLUE, ORANGE, Spec, chart, distinct, values
from polesitter.analysis.pole_counts import By, Poles

SHORTEST = 4
"""Poles that fill the width at least: a single pole is no long bar."""
MOST = 25
"""Names shown; the others are told in number."""
WHOSE = ("undisputed", "told otherwise by another report")


def poles_chart(poles: Sequence[Poles], by: By, chosen: str) -> Spec:
    """Return the bars, most poles first. `chosen`: the choice of sessions in words, or ""."""
    shown = poles[:MOST]
    rows = []
    names = distinct(one.name for one in shown)
    for order, one in enumerate(shown):
        sure = one.poles - one.disputed
        base = {"name": names[order], "poles": one.poles}
        rows.append({**base, "count": sure, "whose": WHOSE[0]})
        if one.disputed:
            rows.append({**base, "count": one.disputed, "whose": WHOSE[1]})
    disputed = any(one.disputed for one in shown)
    y: Spec = {"field": "name", "type": "nominal", "sort": names, "title": None}
    bars: Spec = {
        "mark": {"type": "bar", "cornerRadiusEnd": 2, "height": {"band": 0.72}},
        "encoding": {
            "y": y,
            "x": {"field": "count", "type": "quantitative", "stack": "zero", "axis": None,
                  "scale": {"domain": [0, max(SHORTEST, *(one.poles for one in shown), 0)]}},
            "color": {"field": "whose", "type": "nominal",
                      "scale": {"domain": list(WHOSE), "range": [BLUE, ORANGE]},
                      "legend": {"title": None} if disputed else None},
            "order": {"field": "whose", "sort": "descending"},
            "tooltip": [{"field": "name"}, {"field": "whose"}, {"field": "count"}],
        },
    }  # fmt: skip
    labels: Spec = {
        "transform": [{"filter": f"datum.whose == '{WHOSE[0]}'"}],
        "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": 600},
        "encoding": {"y": y, "x": {"field": "poles", "type": "quantitative"},
                     "text": {"field": "poles"}},
    }  # fmt: skip
    left = len(poles) - len(shown)
    more = f"and {left:,} more with {poles[MOST].poles} or fewer" if left else ""
    body: Spec = {
        "data": values(rows),
        "width": 520,
        "height": {"step": 24},
        "layer": [bars, labels],
    }
    return chart(f"Poles by {by}", [chosen, more], body)
