"""Lap times that count minutes: "1:45.166", "1m08.412s", "1'23.778", "1 minute, 37.740 seconds"."""

import re
from collections.abc import Iterable, Iterator

from polesitter.entities.measures.spelled import CARDINAL, whole
from polesitter.types import Mention

_CLOCK = re.compile(
    r"[0-9]\d?(?:[:.'\u2019\u2032]| ?m(?:in)?\.? ?)[0-5]\d"
    r"(?:\.\d{1,4}|[,:s'\u2019\u2032\"\u2033]\d{3})(?![\d:])"
    r"(?: ?s(?:ecs?)?\b| (?:minutes|seconds)\b)?"
)
_PARTS = re.compile(r"(\d{1,2})\D+(\d\d)\D(\d+)")
_DECIMALS_OF_DOTTED = 3
TRIGGERS = frozenset({"minute", "minutes"})
_MINUTES_BEFORE = re.compile(rf"\b(\d{{1,2}}|{CARDINAL})[- ]$")
_SECONDS_AFTER = re.compile(
    r"minutes?(?:,| and|, and)? (\d{1,2}(?:\.\d{1,4})?)[- ]?(?:seconds?|secs?|s)\b"
)
_WINDOW = 16


def find_lap_times(text: str, starts: Iterable[int]) -> Iterator[Mention]:
    """Yield the LAPTIME mentions of `text` that state minutes; the value is in seconds.

    `starts` are the code points where a word of TRIGGERS stands. Times of day have
    no decimals and are passed over. Laps told in seconds alone are read in
    polesitter.entities.measures.duration.
    """
    for match in _CLOCK.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in ".:,$"):
            continue
        parts = _PARTS.match(match[0])
        if parts is None or (match[0][parts.end(1)] == "." and not _is_dotted_lap(parts)):
            continue
        seconds = 60 * int(parts[1]) + float(f"{parts[2]}.{parts[3]}")
        yield _lap(text, start, end, seconds, "measure.lap_time.clock")
    for start in starts:
        rest = _SECONDS_AFTER.match(text, start)
        before = text[max(0, start - _WINDOW) : start]
        minutes = _MINUTES_BEFORE.search(before)
        if rest and minutes:
            first = start - len(before) + minutes.start()
            seconds = 60 * whole(minutes[1]) + float(rest[1])
            yield _lap(text, first, rest.end(), seconds, "measure.lap_time.words")


def _is_dotted_lap(parts: re.Match[str]) -> bool:
    # "1.23.456" is a lap in the older British style; "16.23.2" is a rule of the book.
    return len(parts[1]) == 1 and len(parts[3]) == _DECIMALS_OF_DOTTED


def _lap(text: str, start: int, end: int, seconds: float, rule: str) -> Mention:
    return Mention(
        start, end, text[start:end], "LAPTIME", value=round(seconds, 4), unit="s", rule=rule
    )
