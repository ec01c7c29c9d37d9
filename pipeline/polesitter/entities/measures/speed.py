"""Speeds with their unit: "113.575 mph", "182.8km/h", "196.299 miles per hour"."""

import re
from collections.abc import Iterator

from polesitter.types import Mention

MPH = "mph"
KPH = "km/h"

_SPEED = re.compile(
    r"([0-9]\d{1,2}(?:[.,]\d{1,4})?)"
    r"[- \u00a0\u2009\u202f]?"
    r"(?:([Mm]ph\b|MPH\b|m\.p\.h\.|[Mm]iles?[- ](?:per|an)[- ]hour\b)"
    r"|[Kk]m/?h\b|KM/?H\b|km/hr\b|[Kk]ph\b|KPH\b|k\.p\.h\.|[Kk]ilomet(?:er|re)s?[- ](?:per"
    r"|an)[- ]hour\b)"
)
_PART_OF_FIGURE = frozenset("0123456789.,:$")
_WEATHER = re.compile(r"\b[Ww]inds?\b|\b[Gg]ust")
_LIMIT = re.compile(r"[- ]+(?:speed limit|limit|winds?|gusts?|breeze)")


def find_speeds(text: str) -> Iterator[Mention]:
    """Yield the SPEED mentions of `text` that carry a unit.

    The value is in the unit stated ("mph" or "km/h"). Wind and pit-lane limits
    are no speeds of a car on a lap.
    """
    for match in _SPEED.finditer(text):
        start, end = match.span()
        if start and text[start - 1] in _PART_OF_FIGURE:
            continue
        if _WEATHER.search(text, max(0, start - 24), start) or _LIMIT.match(text, end):
            continue
        yield Mention(
            start,
            end,
            text[start:end],
            "SPEED",
            value=float(match[1].replace(",", ".")),
            unit=MPH if match[2] else KPH,
            rule="measure.speed.unit",
        )
