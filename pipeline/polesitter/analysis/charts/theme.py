"""What all charts share: colours, type, frame."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Spec = dict[str, Any]
"""A Vega-Lite specification, or a part of one."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
INK, QUIET, RULE, PAPER = "#1c2026", "#5b626d", "#e4e2dc", "#ffffff"
BLUE, ORANGE, GREEN, SKY, VERMILION = "#0072b2", "#e69f00", "#009e73", "#56b4e9", "#d55e00"
"""Of the Okabe-Ito palette, which stays apart for every kind of colour vision."""
NO_WIDTH = "\u200b"
FONT = "Helvetica Neue, Arial, Liberation Sans, sans-serif"
CONFIG: Spec = {
    "font": FONT,
    "background": PAPER,
    "padding": 20,
    "view": {"stroke": None},
    "title": {
        "anchor": "start", "fontSize": 18, "fontWeight": 600, "color": INK, "offset": 16,
        "subtitleFontSize": 13, "subtitleColor": QUIET, "subtitlePadding": 6, "frame": "group",
    },
    "axis": {
        "labelFontSize": 12, "titleFontSize": 12, "labelColor": INK, "titleColor": QUIET,
        "titleFontWeight": 400, "gridColor": RULE, "domain": False, "ticks": False,
        "labelPadding": 8, "titlePadding": 12, "labelLimit": 320,
    },
    "legend": {
        "labelFontSize": 12, "titleFontSize": 12, "labelColor": INK, "titleColor": QUIET,
        "titleFontWeight": 400, "orient": "bottom", "symbolSize": 90, "offset": 14,
        "columnPadding": 18, "labelLimit": 400,
    },
    "text": {"font": FONT, "color": INK, "fontSize": 12},
}  # fmt: skip


def chart(title: str, subtitle: Sequence[str], body: Mapping[str, Any]) -> Spec:
    """Return a whole specification: the body with title, theme and schema."""
    lines = [line for line in subtitle if line]
    return {
        "$schema": SCHEMA,
        "title": {"text": title, **({"subtitle": lines} if lines else {})},
        "config": CONFIG,
        **body,
    }


def values(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Return rows as the data of a chart."""
    return {"values": list(rows)}


def distinct(names: Iterable[str]) -> list[str]:
    """Return names that are all different: one that recurs gets blanks of no width after it.

    A chart would draw two competitors of one name in one row.
    """
    seen: Counter[str] = Counter()
    made = []
    for name in names:
        made.append(name + NO_WIDTH * seen[name])
        seen[name] += 1
    return made
