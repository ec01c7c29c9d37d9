"""When the race starts and who shows it."""

import re
from collections.abc import Iterator
from typing import Final

from polesitter.records.session.fact import Fact, fact_of
from polesitter.text.calendar import MONTH, WEEKDAY
from polesitter.text.layout import Passage
from polesitter.text.phrases import Look

ZONE: Final = (
    r"(?: ?(?:ET|EDT|EST|CT|CDT|CST|MT|PT|PDT|local(?: time)?|Eastern|Central|Mountain|Pacific|GMT|"
    r"BST|CET|CEST|AEDT|AEST|JST|UTC)\b)?"
)
DAY: Final = rf"(?: (?:on )?{WEEKDAY}\b)?"
CLOCK: Final = re.compile(
    r"(?:\b(?:at|for|from|due|after|before|and a|around|[A-Z][a-z]+day)|,|:)\s+\(?"
    rf"(?P<at>(?:\d{{1,2}}(?:[:.]\d\d)? ?(?:a\.m\.|p\.m\.|am\b|pm\b)|\d{{1,2}}[:.]\d\d(?!\.?\d|:)"
    rf"(?!-| ?(?:seconds?|miles?|sec|mph|s\b|kilomet))|noon\b){ZONE}{DAY})|"
    r"(?:(?<=[,(:] )|(?<= is ))(?P<also>\d{1,2}(?::\d\d)? ?(?:a\.m\.|p\.m\.|am\b|pm\b)"
    rf"{ZONE}{DAY})"
)
HOUR: Final = re.compile(r"\d(?:[:.]\d\d| ?[ap]\.?m)")
"""What every CLOCK holds but for "noon": seldom there, and quickly looked for."""
RACE: Final = re.compile(
    r"\b(?:races?\b|main event|lights (?:go )?out|green flag|go(?:es)? green|"
    r"get(?:s|ting)? under ?way|"
    r"start(?:s|ing)?\b|begins?\b|goes off|feature\b|laps\b|Grand Prix|take the green)",
    re.I,
)
LENGTH: Final = re.compile(r"\b[A-Z]\w+ \d{3}\b|\b-lapper", re.I)
LENGTH_END: Final = re.compile(r" \d{3}\b|-lapper", re.I)
"""How every LENGTH ends: seldom there, and quickly looked for."""
NOT_RACE: Final = re.compile(
    r"\b(?:practice|qualifying (?:is|gets?|begins|follows|will|starts|session)|time trials|delayed|"
    r"clocks?\b[^.;]*\bsaid|off until|track opened|tickets|green lights)\b", re.I
)  # fmt: skip
COVERAGE: Final = re.compile(r"\b(?:coverage|stream\w*|pre-race|broadcast) [^.;,]{0,40}$", re.I)
CARRIER: Final = (
    r"(?:Peacock|NBCSN|NBC Sports Gold|NBC Sports|NBC|FOX Sports \d|FOX|Fox Business Network|"
    r"FS1|FS2|CNBC|USA Network|ESPN\d?\+?|ABC|TNT(?: Sports)?|TSN\d?|SPEED(?! World)|MAVTV|"
    r"FloRacing|FloSports|TrackPass|YouTube|The CW|Prime Video|Amazon Prime|Sky Sports(?: F1)?|"
    r"ITV4?|Channel 4|BT Sport|Eurosport|CBS Sports Network|CBS|Motor ?Trend|truTV|Paramount\+|"
    r"RaceDay CT|Racing America|ARCARacing\.com|IMSA\.com|IMSA\.tv|Fox Sports|Fox|Kayo|Stan Sport|"
    r"DAZN|Viaplay|VERSUS|Versus)"
)
CARRIERS: Final = re.compile(rf"(?<!\w){CARRIER}(?!\w)")
AIRED: Final = re.compile(
    r"\b(?:stream\w*|live|coverage|broadcast\w*|televis\w*|air(?:s|ed)?|carr(?:y|ied|ies)|"
    r"show(?:s|n)?|watch|seen|has the race|picks up)\b", re.I
)  # fmt: skip
ON: Final = re.compile(r"\b(?:on|by|via|and|or)(?: the)?(?: \w+)? $|, $")
SHOWS: Final = re.compile(r" (?:has|have|will|shows?|carries|picks|airs)\b")
UNKNOWN: Final = re.compile(
    r"\b(?:(?:live|broadcast|streamed|shown|carried|televised|coverage|airs?|aired|stream)"
    r"(?: live)?|is) (?:on|by|via) (?:the )?(?P<name>[A-Z][\w+&.]*[\w+](?: (?:[A-Z][\w+]*|\d+))*)"
)
CALENDAR: Final = re.compile(rf"{WEEKDAY}|(?!May\B){MONTH}")


def race_start(look: Look, passage: Passage) -> Iterator[Fact]:
    """The clock time of the race, with zone and day as they stand in a row."""
    text, start, end = look.text, passage.start, passage.end
    if not HOUR.search(text, start, end) and text.find("noon", start, end) < 0:
        return
    if not look.has("race", start, end) and not _tells_length(text, start, end):
        return
    for match in CLOCK.finditer(text, start, end):
        if NOT_RACE.search(text, start, end):
            return
        name = "at" if match["at"] else "also"
        at = match.start(name)
        if not COVERAGE.search(text, max(start, at - 60), at):
            told = " ".join(match[name].split())
            yield fact_of("race_start", told, None, text, match.span(name))


def _tells_length(text: str, start: int, end: int) -> bool:
    """Whether a race is told by its length: "the Daytona 500", "the 40-lapper"."""
    return bool(LENGTH_END.search(text, start, end) and LENGTH.search(text, start, end))


def broadcaster(look: Look, passage: Passage, race_is_told: bool) -> Iterator[Fact]:
    """Who shows the race; several of one passage joined by " / ".

    `race_is_told`: whether the passage tells when the race starts.
    """
    text, start, end = look.text, passage.start, passage.end
    if not race_is_told and not look.has("aired", start, end):
        return
    spans = [match.span() for match in CARRIERS.finditer(text, start, end)
             if ON.search(text, max(start, match.start() - 16), match.start())
             or _shows(text, match.end(), end)]  # fmt: skip
    if not spans:
        spans = [match.span("name") for match in UNKNOWN.finditer(text, start, end)
                 if not CALENDAR.match(match["name"])]  # fmt: skip
    if spans:
        names = dict.fromkeys(text[a:b] for a, b in spans)
        yield fact_of("broadcaster", " / ".join(names), None, text, (spans[0][0], spans[-1][1]))


def _shows(text: str, at: int, end: int) -> bool:
    """Whether a carrier is what shows: "FloRacing will carry it"."""
    return SHOWS.match(text, at, end) is not None
