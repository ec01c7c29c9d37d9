"""A chart inside a page: it has the page's colours, light or dark, and no heading of its own."""

import re

from polesitter.analysis.charts.draw import svg_of
from polesitter.analysis.charts.theme import (
    BLUE,
    GREEN,
    INK,
    PAPER,
    QUIET,
    RULE,
    VERMILION,
    Spec,
)

COLOURS = {
    INK: "var(--ink)",
    QUIET: "var(--quiet)",
    RULE: "var(--rule)",
    PAPER: "var(--sheet)",
    BLUE: "var(--who)",
    GREEN: "var(--sure)",
    VERMILION: "var(--unsure)",
}
"""Colours of the charts, and those of review/page/assets/page.css that stand for them."""
COLOUR = re.compile("|".join(COLOURS))


def inline_chart(spec: Spec) -> str:
    """Return a chart as an SVG element. Raises PolesitterError (E721) without vl-convert."""
    bare = {name: value for name, value in spec.items() if name != "title"}
    bare["config"] = {**spec["config"], "background": None, "padding": 4}
    return COLOUR.sub(_in_page, svg_of(bare))


def _in_page(colour: re.Match[str]) -> str:
    return COLOURS[colour[0]]
