"""The day of the reported session, from what the report says and when it was published.

Reports tell the day in five ways: a leading "date 2024-01-25" line, a dateline
("LEXINGTON, Ohio (Aug. 5) –"), a full date in a sentence ("on 22 June 2024"), a day beside
a weekday ("Thursday (Jan. 25)"), or a weekday alone, which is counted back from one of the
others or from the day of publication.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from polesitter.text.calendar import WEEKDAY
from polesitter.text.told_days import sentence_around, told_weekday
from polesitter.types import Mention

Resolved = tuple[date, int, int]
"""The day, and the words that give it: 0-based, half-open code points of the text."""

_WEEK: Final = 7
_DATE_LINE: Final = re.compile(r"\s*date\s+(\d{4}-\d{2}-\d{2})\b")
_HEAD: Final = 600
"""Code points in which a dateline or the day under a headline stands."""

_DATELINE_BEFORE: Final = re.compile(
    r"(?:^|\n|\(|[A-Z][\w.'\u2019]+, | [\u2013\u2014-]+ |[Pp]osted (?:on )?|[Pp]ublished (?:on )?)$"
)
_DATELINE_AFTER: Final = re.compile(r"\s*(?:\)|\n|$|[\u2013\u2014:|]|-+ |,)")
_BESIDE_WEEKDAY: Final = re.compile(
    rf"\b{WEEKDAY}(?:['\u2019]s)?(?: (?:morning|afternoon|evening"
    r"|night))?,? \(?$"
)
_QUALIFYING: Final = re.compile(
    r"\b(?:qualif(?:y|ied|ying|ies|ication)\b|time trials?|poles?\b|[Ss]uperpole|[Hh]yperpole"
    r"|[Ss]hoot-?out|Fast (?:Six|12|Nine)"
    r"|Q[123]\b|knockout|top spot|front row|session)"
)
_OF_HISTORY: Final = re.compile(r"\b(?:since|until|before|after)(?: the| on)? $")
"""What stands before the day of something else."""


def resolve_session_date(
    text: str, mentions_of_dates: Sequence[Mention], published: date | None = None
) -> Resolved | None:
    """The day of the reported qualifying session with the words that give it, or None.

    `mentions_of_dates`: the DATE mentions of `text`, by start. `published`: the day
    of publication where the report's metadata know it; a leading date line, a
    dateline, or a full date in the text goes before it. None where no year is known,
    and where nothing in the text ties the session to a day.
    """
    line = _date_line(text)
    stated = _dateline(text, mentions_of_dates, line[0] if line else published)
    stated = stated or _full_date(text, mentions_of_dates)
    base = stated or line
    known = base[0] if base else published
    if known is None:
        return None
    named = _named_day(text, mentions_of_dates, known)
    told = named or told_weekday(text, mentions_of_dates, known, stated=stated is not None)
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


def _full_date(text: str, mentions: Sequence[Mention]) -> Resolved | None:
    """The first day told with its year that is not one of history."""
    for mention in mentions:
        if not _is_day(mention) or _OF_HISTORY.search(
            text[max(0, mention.start - 16) : mention.start]
        ):
            continue
        day = _with_year(str(mention.value), None)
        if day is not None:
            return day, mention.start, mention.end
    return None


def _named_day(text: str, mentions: Sequence[Mention], near: date) -> Resolved | None:
    """A day told beside a weekday in a sentence on qualifying: "Thursday afternoon (Jan. 25)"."""
    for mention in mentions:
        if not _is_day(mention) or not _beside_weekday(text, mention):
            continue
        if not _QUALIFYING.search(text, *sentence_around(text, mention.start, mention.end)):
            continue
        day = _with_year(str(mention.value), near)
        if day is not None and abs(day - near) <= timedelta(days=_WEEK):
            return day, mention.start, mention.end
    return None


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
