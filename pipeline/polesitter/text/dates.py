"""The day of the reported session, from what the report says and when it was published.

Reports tell the day in four ways: a leading "date 2024-01-25" line, a dateline
("LEXINGTON, Ohio (Aug. 5) –"), a day beside a weekday ("Thursday (Jan. 25)"), or a
weekday alone, which needs a day of publication to count back from.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from polesitter.types import Mention

Resolved = tuple[date, int, int]
"""The day, and the words that give it: 0-based, half-open code points of the text."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK: Final = 7
_DATE_LINE: Final = re.compile(r"\s*date\s+(\d{4}-\d{2}-\d{2})\b")
_HEAD: Final = 600
"""Code points in which a dateline or the day under a headline stands."""

_DATELINE_BEFORE: Final = re.compile(
    r"(?:^|\n|\(|[A-Z][\w.'\u2019]+, | [\u2013\u2014-]+ |[Pp]osted (?:on )?|[Pp]ublished (?:on )?)$"
)
_DATELINE_AFTER: Final = re.compile(r"\s*(?:\)|\n|$|[\u2013\u2014:|]|-+ |,)")
_BESIDE_WEEKDAY: Final = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['\u2019]s)?(?: (?:morning|afternoon|evening"
    r"|night))?,? \(?$"
)
_QUALIFYING: Final = re.compile(
    r"\b(?:qualif(?:y|ied|ying|ies|ication)\b|time trials?|poles?\b|[Ss]uperpole|[Hh]yperpole"
    r"|[Ss]hoot-?out|Fast (?:Six|12|Nine)"
    r"|Q[123]\b|knockout|top spot|front row|session)"
)
_OTHER_EVENT_AFTER: Final = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?"
    r"(?:['\u2019]s|,? (?:race|practice|warm-?up|at \d|from \d|\d))"
)
_OWNED_QUALIFYING: Final = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?(?:['\u2019]s)? (?:(?!race|for\b|from\b|sprint"
    r"|feature|grid)[\w-]+ ){0,3}?"
    r"(?:qualif\w+|pole|superpole|hyperpole|shoot-?out|knockout|Fast (?:Six|12|Nine)|Superpole"
    r"|Hyperpole|time trials?)\b"
)
_RUN_BEFORE: Final = re.compile(
    r"\b(?:race is|races?|raced|racing|starts?|begins?|gets? under ?way|goes? green|green flag"
    r"|lights out|broadcast"
    r"|coverage|airs?|victory|practice\w*|test\w*|unloaded|crash\w*|forecast|until|will|scheduled"
    r"|birthday|heat)\b"
    r".{0,32}$|\b(?:for|until|of|from|by|before|after|next|last)(?: the)? $"
)
_TOLD_BEFORE: Final = re.compile(
    r"\b(?:[Qq]ualif(?:ied|ying|y)|[Pp]ole|[Ss]uper-?pole|[Hh]yperpole|[Ll]apped|laps?|seconds?"
    r"|mph|fastest|quickest|session"
    r"|front row|Q[123]|Fast (?:Six|12|Nine)|shoot-?out)\b.*$"
)
_LONGEST_BACK: Final = 3
"""Days between a session and the report on it."""


def resolve_session_date(
    text: str, mentions_of_dates: Sequence[Mention], published: date | None = None
) -> Resolved | None:
    """The day of the reported qualifying session with the words that give it, or None.

    `mentions_of_dates`: the DATE mentions of `text`, by start. `published`: the day
    of publication where the report's metadata know it; a leading date line, or a
    full date that stands as dateline, goes before it. None where no year is known,
    and where nothing in the text ties the session to a day.
    """
    line = _date_line(text)
    stated = _dateline(text, mentions_of_dates, line[0] if line else published)
    base = stated or line
    known = base[0] if base else published
    if known is None:
        return None
    named = _named_day(text, mentions_of_dates, known)
    told = named or _told_weekday(text, mentions_of_dates, known)
    return told if told and (base is None or told[0] != base[0]) else base or told


def _date_line(text: str) -> Resolved | None:
    match = _DATE_LINE.match(text)
    if match is None:
        return None
    day = _iso(match[1])
    return None if day is None else (day, *match.span(1))


def _dateline(text: str, mentions: Sequence[Mention], near: date | None) -> Resolved | None:
    """A day with a known year that stands by itself near the top."""
    for mention in mentions:
        if mention.start > _HEAD:
            break
        if not _is_day(mention) or _beside_weekday(text, mention):
            continue
        before = text[max(0, mention.start - 24) : mention.start]
        if _DATELINE_BEFORE.search(before) and _DATELINE_AFTER.match(text, mention.end):
            day = _with_year(str(mention.value), near)
            if day is not None:
                return day, mention.start, mention.end
    return None


def _named_day(text: str, mentions: Sequence[Mention], near: date) -> Resolved | None:
    """A day told beside a weekday in a sentence on qualifying: "Thursday afternoon (Jan. 25)"."""
    for mention in mentions:
        if not _is_day(mention) or not _beside_weekday(text, mention):
            continue
        if not _QUALIFYING.search(_sentence(text, mention)):
            continue
        day = _with_year(str(mention.value), near)
        if day is not None and abs(day - near) <= timedelta(days=_WEEK):
            return day, mention.start, mention.end
    return None


def _told_weekday(text: str, mentions: Sequence[Mention], near: date) -> Resolved | None:
    """The weekday on which qualifying is said to have been, counted back from `near`."""
    told = [mention for mention in mentions if _tells_qualifying(text, mention)]
    for mention in told:
        # The day of publication itself, where told of, needs no counting back.
        if str(mention.value) == _WEEKDAYS[near.weekday()]:
            return near, mention.start, mention.end
    for mention in told:
        back = (near.weekday() - _WEEKDAYS.index(str(mention.value))) % _WEEK
        if back <= _LONGEST_BACK:
            return near - timedelta(days=back), mention.start, mention.end
    return None


def _tells_qualifying(text: str, mention: Mention) -> bool:
    if mention.value not in _WEEKDAYS:
        return False
    if _OWNED_QUALIFYING.match(text, mention.end):
        return True
    if _OTHER_EVENT_AFTER.match(text, mention.end):
        return False
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start][-160:]
    clause = before.rsplit(". ", 1)[-1]
    return bool(_TOLD_BEFORE.search(clause)) and not _RUN_BEFORE.search(clause)


def _sentence(text: str, mention: Mention) -> str:
    start = max(text.rfind(". ", 0, mention.start - 6), text.rfind("\n", 0, mention.start)) + 1
    ends = [at for at in (text.find(". ", mention.end), text.find("\n", mention.end)) if at >= 0]
    return text[start : min(ends, default=len(text))]


def _is_day(mention: Mention) -> bool:
    return isinstance(mention.value, str) and bool(
        re.fullmatch(r"(?:\d{4}|-)-\d\d-\d\d", mention.value)
    )


def _beside_weekday(text: str, mention: Mention) -> bool:
    return _BESIDE_WEEKDAY.search(text[max(0, mention.start - 28) : mention.start]) is not None


def _with_year(value: str, near: date | None) -> date | None:
    """The day of a DATE value; one without a year is the nearest such day to `near`."""
    if not value.startswith("-"):
        return _iso(value)
    if near is None:
        return None
    days = [_iso(f"{near.year + shift}-{value[2:]}") for shift in (-1, 0, 1)]
    return min((day for day in days if day), key=_Distance(near), default=None)


class _Distance:
    """How far a day lies from another, for use as a sort key."""

    def __init__(self, near: date) -> None:
        self.near = near

    def __call__(self, day: date) -> timedelta:
        return abs(day - self.near)


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
