"""Dates as written: "June 8", "Saturday, Aug. 24, 2024", "21 November 2021", "Friday", "2007"."""

import re
from collections.abc import Iterable, Iterator

from polesitter.entities.measures.triggers import in_cases
from polesitter.text.calendar import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from polesitter.types import Mention

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?"
    r"|July?\b\.?"
    r"|Aug(?:ust|\b\.?)|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember"
    r"|\b\.?))"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"

_DATE = re.compile(
    rf"(?:(?:(?:{WEEKDAY}|{_SHORT_WEEKDAY}),? (?:the )?)?"
    rf"(?:(?P<month>{_MONTH}) (?P<day>{_DAY})(?:st|nd|rd"
    rf"|th)?\b(?![:.]\d)(?:,? (?P<year>{_YEAR})\b)?"
    rf"|(?P<day2>{_DAY})(?:st|nd|rd"
    rf"|th)?(?: of)? (?P<month2>{_MONTH})\b(?:,? (?P<year2>{_YEAR})\b)?)"
    rf"|(?P<weekday>{WEEKDAY}|{WEEKDAY.upper()})(?!s?\w)"
    rf"|(?P<iso>{_YEAR}-[01]\d-[0-3]\d)\b"
    rf"|(?P<month3>{_MONTH}),?(?: of)? (?P<year3>{_YEAR})\b"
    rf"|(?P<month4>{MONTH})\b(?! \d)"
    rf"|(?P<year4>{_YEAR})(?![\w%]|[.,:/-]\d|-))"
)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|last|since|of|that|this|early|late|mid|early in|next)[ -]$", re.I
)
_NAME_BEFORE = re.compile(r"(?:[\w$.,/#'\u2019-]|\b(?:Pro|Formula|Renault|Ford|Super|Turn) )$")
_NUMBERED_BEFORE = re.compile(r"(?:\b[Nn]os?\.? ?|#|\bcar )$")
"""Before what may be a car: "the No. 3 March", "the No. 4 of Jan Lee"."""
_COUNTED_AFTER = re.compile(r"[- ](?:lb|kg|cc|hp|rpm|points|miles|km|laps|met|feet|cars|fans)")
TRIGGERS = (
    in_cases(WEEKDAYS)
    | frozenset(day[:length].capitalize() for day in WEEKDAYS for length in (3, 4, 5))
    | frozenset(month.capitalize() for month in _MONTHS)
    | frozenset(MONTHS)
    | {"Sept"}
    | frozenset(f"{day}{end}" for day in range(1, 32) for end in ("", "st", "nd", "rd", "th"))
    | frozenset(f"{day:02d}" for day in range(1, 10))
    | frozenset(str(year) for year in range(1900, 2100))
)
_DATE_LINE = re.compile(r"\s*date \d{4}-\d\d-\d\d")


def find_dates(text: str, starts: Iterable[int]) -> Iterator[Mention]:
    """Yield the DATE mentions of `text`: full dates, days, weekdays, months and years.

    `starts` are the code points where a word of TRIGGERS stands.
    Values: "YYYY-MM-DD", "--MM-DD", "YYYY-MM", "--MM", "YYYY" or a weekday in lower
    case. A leading "date YYYY-MM-DD" line is metadata and no mention.
    """
    line = _DATE_LINE.match(text)
    taken = line.end() if line else 0
    for start in starts:
        match = _DATE.match(text, start) if start >= taken else None
        if match is None:
            continue
        end = match.end()
        kind = str(match.lastgroup)
        if kind == "month4" and not _MONTH_BEFORE.search(text[max(0, start - 9) : start]):
            continue
        if kind == "year4" and (
            _NAME_BEFORE.search(text[max(0, start - 8) : start]) or _COUNTED_AFTER.match(text, end)
        ):
            continue
        if match["day2"] and _NUMBERED_BEFORE.search(text[max(0, start - 5) : start]):
            continue
        taken = end
        value, form = _value(match)
        yield Mention(start, end, match[0], "DATE", value=value, rule=f"measure.date.{form}")


def _value(match: re.Match[str]) -> tuple[str, str]:
    if match["weekday"]:
        return match["weekday"].lower(), "weekday"
    if match["iso"]:
        return match["iso"], "day"
    if match["year4"]:
        return match["year4"], "year"
    if match["month4"]:
        return f"--{_month(match['month4']):02d}", "month"
    if match["month3"]:
        return f"{match['year3']}-{_month(match['month3']):02d}", "month"
    day = int(match["day"] or match["day2"])
    year = match["year"] or match["year2"] or "-"
    return f"{year}-{_month(match['month'] or match['month2']):02d}-{day:02d}", "day"


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]
