"""Figures without a unit, which the rest of the report explains: "(101.611)", ".263", "+0.018"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from polesitter.entities.measures.approximate import is_rounded
from polesitter.entities.measures.difference import compares, compares_short
from polesitter.entities.measures.duration import BULLRING_LAP, SHORTEST_LAP
from polesitter.entities.measures.short_lap import is_told_lap, laps_short
from polesitter.entities.measures.speed import MPH
from polesitter.types import Mention

_DECIMALS = re.compile(
    r"\.\d{1,4}(?![\d:])(?!\.\d)"
    r"(?![- ]?(?:mph|MPH|km|kilomet|kph|m\.p|mile|Mile|sec|s\b|%|of\b(?! (?:it|him|her|that)\b)"
    r"|turn|lit(?:er|re)|points?\b|degree"
    r"|\u00b0|million|kg|met(?:er|re)|inch|hour|percent|per cent|L\b))"
)
_PART_OF_FIGURE = frozenset(".,:$\u20ac\u00a3#'\u2019-_")
_LAP_BEFORE = re.compile(
    r"\b(?:laps? of|times? of|clocked|clocking|lapped in|lap in|with an?|an?|went|best|run of)\s+$"
)
_LAP_AFTER = re.compile(r"[- ](?:lap|time|run|effort|flyer|second lap)\b")
_SPEED_HEADING = re.compile(r"\b(?:MPH|Mph|Speed|SPEED|km/h|KPH)\b")
_ALIKE = 0.12
"""Speeds and laps of one session differ by less than this share of each other."""
_CLOSE = 0.02
"""The same for figures with one decimal, which also measure roads and temperatures."""
_TABLE_SPEEDS = (60.0, 260.0)
_LONGEST_OVAL_LAP = 60.0
"""Thousandths under it, in seconds, are of a lap; no speed is so low, and no gap so wide."""
_SLOWEST_OVAL = 120.0
"""Thousandths above it are of a speed; laps as long are told in minutes."""
_BEHIND_LAP = re.compile(r"\s*[,(|/-]?\s*")
_GAP_AFTER = re.compile(
    r" (?:seconds? )?(?:down|off|away|adrift|behind|back|slower|faster|quicker|ahead|clear|apart"
    r"|in front|further|shy|short|better|of (?:it|him|her|that))\b"
)
_WHOLE_DIGITS = 3


@dataclass(slots=True)
class Shown:
    """The values that the figures with a unit have shown: laps in seconds, speeds in `unit`."""

    laps: list[float] = field(default_factory=list)
    lap_ends: list[int] = field(default_factory=list)
    speeds: list[float] = field(default_factory=list)
    unit: str = MPH


def find_bare_figures(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield SPEED, LAPTIME and GAP mentions for decimals of `text` that carry no unit.

    `known` are the mentions with a unit. A signed figure, or one under a lap's
    length with three or four decimals or words that compare, is a gap; a longer one is
    what the known figure nearest to it is. Undecided figures are left out.
    """
    shown: Shown | None = None
    for match in _DECIMALS.finditer(text):
        start = _first_digit(text, match.start())
        before = text[start - 1] if start else " "
        if before in _PART_OF_FIGURE or before.isalnum():
            continue
        end = match.end()
        value = float(text[start:end])
        decimals = end - match.start() - 1
        measured = decimals > 2 or _GAP_AFTER.match(text, end) or compares(text, start, end)
        if before != "+" and BULLRING_LAP <= value < SHORTEST_LAP:
            shown = shown or _shown(known)
            if _is_short_lap(text, start, end, shown):
                yield _mention(text, start, end, "LAPTIME", "s")
                continue
        if before == "+" or (value < SHORTEST_LAP and measured):
            yield _mention(text, start, end, "GAP", "s")
        elif value >= SHORTEST_LAP:
            shown = shown or _shown(known)
            label = _kind(text, start, end, decimals, shown)
            if label is not None:
                yield _mention(text, start, end, label, shown.unit if label == "SPEED" else "s")


def _is_short_lap(text: str, start: int, end: int, shown: Shown) -> bool:
    """Whether words or another lap of the report tell that a figure under SHORTEST_LAP is one."""
    if compares_short(text, start, end):
        return False
    value = float(text[start:end])
    return laps_short(text, start, end) or _distance(value, shown.laps) <= _ALIKE


def _first_digit(text: str, point: int) -> int:
    start = point
    while start > max(0, point - _WHOLE_DIGITS) and text[start - 1].isdigit():
        start -= 1
    return start


def _shown(known: Sequence[Mention]) -> Shown:
    shown = Shown()
    for mention in known:
        if mention.label == "LAPTIME":
            shown.laps.append(float(mention.value or 0))
            shown.lap_ends.append(mention.end)
        elif mention.label == "SPEED":
            shown.speeds.append(float(mention.value or 0))
            shown.unit = mention.unit or MPH
    return shown


def _kind(text: str, start: int, end: int, decimals: int, shown: Shown) -> str | None:
    value = float(text[start:end])
    if value > _LONGEST_OVAL_LAP and decimals > 2 and _follows_lap(text, start, shown):
        return "SPEED"
    to_speed, to_lap = _distance(value, shown.speeds), _distance(value, shown.laps)
    if min(to_speed, to_lap) <= (_ALIKE if decimals > 1 else _CLOSE):
        return "SPEED" if to_speed < to_lap else "LAPTIME"
    if decimals <= 2:
        told = decimals > 1 and value < _LONGEST_OVAL_LAP and is_told_lap(text, start)
        return "LAPTIME" if told else None
    if _LAP_AFTER.match(text, end) or _LAP_BEFORE.search(text[max(0, start - 14) : start]):
        return "LAPTIME"
    if value < _LONGEST_OVAL_LAP:
        return "LAPTIME"
    if _in_row(text, start) and _SPEED_HEADING.search(text):
        slowest, fastest = _TABLE_SPEEDS
        return "SPEED" if slowest < value < fastest else "LAPTIME"
    return "SPEED" if _SLOWEST_OVAL < value < _TABLE_SPEEDS[1] else None


def _follows_lap(text: str, start: int, shown: Shown) -> bool:
    """Whether nothing but a comma or the like stands between a lap and what is at `start`."""
    ends = [end for end in shown.lap_ends if end <= start]
    return bool(ends) and _BEHIND_LAP.fullmatch(text, max(ends), start) is not None


def _distance(value: float, known: list[float]) -> float:
    """How far `value` lies from the nearest of `known`, as a share; infinite if none."""
    return min((abs(value - other) / other for other in known if other), default=float("inf"))


def _in_row(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return " | " in line or " / " in line or line.endswith(("  ", "\t"))


def _mention(text: str, start: int, end: int, label: str, unit: str) -> Mention:
    measure = {"SPEED": "speed", "LAPTIME": "lap_time", "GAP": "gap"}[label]
    return Mention(
        start,
        end,
        text[start:end],
        label,
        value=float(text[start:end]),
        unit=unit,
        approx=label == "GAP" and is_rounded(text, start),
        rule=f"measure.{measure}.bare",
    )
