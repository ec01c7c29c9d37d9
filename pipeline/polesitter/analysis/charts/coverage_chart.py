"""Which fields are told in which series."""

from collections.abc import Sequence

from polesitter.analysis.charts.theme import INK, PAPER, Spec, chart, distinct, values
from polesitter.analysis.field_coverage import FIELDS, Coverage

TITLES = {
    "session_date": "date", "car_class": "class", "car_number": "number", "lap_time_s": "lap time",
    "gap_s": "gap", "manufacturer": "make",
}  # fmt: skip
MOST = 30
DARK = 0.6
"""From this share on the cell is dark, and its figure white."""


def coverage_chart(found: Sequence[Coverage], chosen: str) -> Spec:
    """Return a table of shares, darker where more rows have the field; most rows first."""
    shown = found[:MOST]
    names = distinct(f"{one.name} ({one.rows:,})" for one in shown)
    cells = [
        {
            "name": name,
            "field": TITLES.get(field, field),
            "share": getattr(one, field),
            "told": f"{getattr(one, field):.0%}" if getattr(one, field) else "",
        }
        for name, one in zip(names, shown, strict=True)
        for field in FIELDS
    ]
    x: Spec = {
        "field": "field", "type": "ordinal", "title": None,
        "sort": [TITLES.get(field, field) for field in FIELDS],
        "axis": {"orient": "top", "labelAngle": 0, "labelPadding": 10},
    }  # fmt: skip
    y: Spec = {"field": "name", "type": "nominal", "sort": names, "title": None}
    left = len(found) - len(shown)
    notes = [
        chosen, "share of the rows in which a report tells the field",
        f"{left:,} more series with fewer rows are not drawn" if left else "",
    ]  # fmt: skip
    body: Spec = {
        "data": values(cells), "width": {"step": 62}, "height": {"step": 28},
        "layer": [
            {"mark": {"type": "rect", "cornerRadius": 3, "stroke": PAPER, "strokeWidth": 3},
             "encoding": {"x": x, "y": y,
                          "color": {"field": "share", "type": "quantitative", "legend": None,
                                    "scale": {"domain": [0, 1], "range": ["#f3f4f6", "#08519c"],
 "interpolate": "lab"}},
                          "tooltip": [{"field": "name"}, {"field": "field"},
                                      {"field": "share", "format": ".0%"}]}},
            {"mark": {"type": "text", "fontSize": 11},
             "encoding": {"x": x, "y": y, "text": {"field": "told"},
                          "color": {"condition": {"test": f"datum.share >= {DARK}",
                                                  "value": PAPER}, "value": INK}}},
        ],
    }  # fmt: skip
    return chart("Coverage", notes, body)
