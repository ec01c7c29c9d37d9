"""Seconds in figures, which may be a lap or a gap: "26.371 seconds", ".803 seconds", "0.094s"."""

import re
from collections.abc import Iterator

from polesitter.entities.measures.approximate import is_rounded
from polesitter.entities.measures.difference import compares, compares_short
from polesitter.entities.measures.short_lap import laps_short
from polesitter.types import Mention

SHORTEST_LAP = 12.0
"""Seconds; few circuits of the sport are lapped faster, and few gaps are told that are wider."""
BULLRING_LAP = 8.0
"""Seconds; the smallest dirt ovals are lapped in so few. Words tell such a lap from a gap."""
LONGEST_LAP = 600.0

_SECONDS = re.compile(
    r"([0-9]\d{0,2}(?:\.\d{1,4})?|[.]\d{1,4})"
    r"(?:[- \u00a0\u2009\u202f]?(?:seconds?|secs?|s)\b|[- ]of[- ]a[- ](?:full )?second\b)"
)
_PART_OF_FIGURE = frozenset(".,:$'\u2019/")
_MODELS = re.compile(r"\d{3}s")
"""Cars of a model told in the plural: "two Porsche 962s behind him"."""
_COUNTDOWN = re.compile(
    r"[\s-]*(?:left\b|remain|to go\b|penalt|pit stop|stop\b|stop-|later\b|into\b|before (?:the"
    r"|time)"
    r"|earlier|after\b|window|hold|into the)"
)
_EVEN_BEFORE = re.compile(r"\b(?:even|exactly|lap of|time of)(?: an?)?(?: even)? $")
_FLAT_AFTER = re.compile(r" (?:flat|dead)\b")


def find_durations(text: str) -> Iterator[Mention]:
    """Yield the figures in seconds of `text` as LAPTIME or GAP mentions, value in seconds.

    A value under SHORTEST_LAP is a gap, or a lap of a bullring where words say so; a
    longer one is a lap unless the words around it compare ("20 seconds behind", "by
    13.1 seconds"). Whole seconds need
    such words, because reports also count down clocks with them.
    """
    for match in _SECONDS.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        if before in _PART_OF_FIGURE or before.isalnum() or _COUNTDOWN.match(text, end):
            continue
        if _MODELS.fullmatch(match[0]):
            continue
        label = _label(text, match)
        if label is None:
            continue
        gap = label == "GAP"
        yield Mention(
            start,
            end,
            match[0],
            label,
            value=float(match[1]),
            unit="s",
            approx=gap and is_rounded(text, start),
            rule="measure.gap.seconds" if gap else "measure.lap_time.seconds",
        )


def _label(text: str, match: re.Match[str]) -> str | None:
    start, end = match.span()
    seconds = float(match[1])
    if BULLRING_LAP <= seconds < SHORTEST_LAP and laps_short(text, start, end):
        return "LAPTIME"
    if seconds < SHORTEST_LAP:
        return "GAP" if "." in match[1] or compares_short(text, start, end) else None
    if compares(text, start, end):
        return "GAP"
    if "." in match[1]:
        return "LAPTIME" if seconds <= LONGEST_LAP else None
    if _EVEN_BEFORE.search(text[max(0, start - 16) : start]) or _FLAT_AFTER.match(text, end):
        return "LAPTIME"
    return None
