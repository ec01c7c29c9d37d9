"""Session facts told in fixed phrases: entries, red flags, records, race start, broadcaster."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polesitter.text.layout import Passage
from polesitter.text.phrases import Look, Phrases
from polesitter.types import Evidence, Mention

COUNT = {
    "no": 0, "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(COUNT, key=len, reverse=True))})"
CARS = r"(?:drivers?|cars?|teams?|entries|entrants|trucks|competitors|starters|runners|machines)"
OTHERS = re.compile(rf"\bother (?P<n>{NUMBER}) {CARS}\b", re.I)
ENTRIES = re.compile(
    rf"\b(?P<n>{NUMBER})[- ](?:{CARS} (?:are |were )?(?:on the (?:entry list|grounds)|entered|"
    rf"in (?:the )?(?:class|field|entry))|car (?:field|entry|grid)|car strong field)|"
    rf"\bfield of (?P<m>{NUMBER})\b|\bentry list of (?P<o>{NUMBER})\b",
    re.I,
)
RED_FLAGS = re.compile(
    rf"\b(?P<n>{NUMBER})(?: \w+)? red[- ]flags?\b|\bred-flagged (?P<t>once|twice)", re.I
)
RED_FLAG = re.compile(r"\b(?:the|a) red flags?\b|\bred-flagged\b", re.I)
RECORD = re.compile(
    r"(?P<not>\bnot (?:an? )?(?:new )?(?:official )?(?:\w+ ){0,2})?"
    r"\b(?:(?:new |official |class |all-time |qualifying )*"
    r"(?:track|lap|course|qualifying) records?|"
    r"record for the (?:track|venue|circuit))\b",
    re.I,
)
OLD_RECORD = re.compile(
    r"\b(?:previous|old|former|existing|prior) (?:\w+ )?(?:record|mark|best|benchmark|standard)\b"
    r"|\brecord (?:of|set|held|established)\b|\bmark of\b|\bbreaking\b|\bbeating\b|\bbelonged to\b",
    re.I,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CLOCK = (
    r"\d{1,2}(?::\d\d)? ?(?:a\.m\.|p\.m\.|am\b|pm\b)(?: ?(?:ET|EDT|EST|CT|MT|PT|local(?: time)?|"
    r"Eastern|Central|GMT|BST|CET|CEST|AEDT|AEST))?|"
    r"\d{1,2}:\d\d(?: ?(?:local time|GMT|BST|CET|CEST|ET|AEDT|AEST|UTC))?|noon(?: ET)?"
)
DAY = r"(?: (?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))?"
START = re.compile(
    rf"\b(?:go(?:es)? green|get(?:s)? under ?way|start(?:s|ing)?|scheduled|green flag|set for|"
    rf"begins?|lights (?:go|are|will go)? ?out|due at|take the green|race time)\b[^.;]{{0,70}}?"
    rf"(?P<at>(?:{CLOCK}){DAY})(?! \w* ?practice)",
    re.I,
)
CHANNEL = re.compile(
    r"\b(?:on|to|by)(?: the)? (?P<name>(?:[A-Z][\w&+.]*(?:Pass|Sports?\d?|Racing|TV)?"
    r"|[A-Z]{2,}\w*)(?: (?:Sports?|Network|Plus|Channel|TV|Sport \d|YouTube|Radio|\d|F1|Extra)+)*)"
)
AIRED = re.compile(
    r"\b(?:stream\w*|live|coverage|broadcast\w*|televis\w*|air(?:s|ed)?|carr(?:y|ied|ies)|"
    r"show(?:s|n)?|watch|seen)\b",
    re.I,
)
CARRIERS = re.compile(
    r"\b(?:Peacock|NBCSN|NBC Sports Gold|NBC Sports|NBC|FOX Sports \d|FS1|FS2|FOX|CNBC|"
    r"USA Network|ESPN\+?|ESPN2|ABC|TNT(?: Sports)?|TSN\d?|SPEED|MAVTV|FloRacing|FloSports|"
    r"TrackPass|YouTube|The CW|Prime Video|Amazon Prime|Sky Sports(?: F1)?|ITV4?|Channel 4|"
    r"BT Sport|Eurosport|CBS Sports Network|CBS|Motor Trend|MotorTrend|truTV|Max|Paramount\+|"
    r"RaceDay CT|Racing America|ARCARacing\.com|IMSA\.com|IMSA\.tv|Fox Sports|Kayo|Stan Sport|"
    r"DAZN|Viaplay|VERSUS|Versus)(?!\w)"
)
TOLD = Phrases(
    {
        "others": OTHERS, "entries": ENTRIES, "red_flags": RED_FLAGS, "record": RECORD,
        "start": START, "aired": AIRED, "carriers": CARRIERS,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One stated fact: its field and value, the class it is told under, the words."""

    field: str
    value: int | bool | str
    car_class: str | None
    evidence: Evidence


def find_facts(text: str, passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Fact]:
    """The facts of a report in text order; offsets are code points of `text`."""
    facts: list[Fact] = []
    car_class: str | None = None
    look = TOLD.look(text)
    classes = [mention for mention in mentions if mention.label == "CLASS"]
    for passage in passages:
        told = [mention for mention in classes if passage.start <= mention.start < passage.end]
        if told and passage.kind in ("prose", "heading"):
            car_class = str(told[-1].value or told[-1].text)
        if passage.kind not in ("prose", "heading"):
            continue
        facts.extend(_facts_of(look, passage, mentions, car_class))
    return facts


def _facts_of(
    look: Look, passage: Passage, mentions: Sequence[Mention], car_class: str | None
) -> Iterator[Fact]:
    text, start, end = look.text, passage.start, passage.end
    for match in look.matches("others", start, end):
        yield _fact("entries", _count(match["n"]) + 1, car_class, match, text)
    for match in look.matches("entries", start, end):
        number = match["n"] or match["m"] or match["o"]
        yield _fact("entries", _count(number), car_class, match, text)
    for match in look.matches("red_flags", start, end):
        number = match["n"] or {"once": "one", "twice": "two"}[match["t"].casefold()]
        yield _fact("red_flags", _count(number), None, match, text)
    yield from _records(look, passage, mentions, car_class)
    for match in look.matches("start", start, end):
        yield _fact("race_start", " ".join(match["at"].split()), None, match, text, "at")
    if any(look.matches("aired", start, end)):
        for match in look.matches("carriers", start, end):
            yield _fact("broadcaster", match.group(), None, match, text)


def _records(
    look: Look, passage: Passage, mentions: Sequence[Mention], car_class: str | None
) -> Iterator[Fact]:
    text, start, end = look.text, passage.start, passage.end
    match = next(look.matches("record", start, end), None)
    if match is None:
        return
    yield _fact("track_record", match["not"] is None, car_class, match, text)
    old = OLD_RECORD.search(text, start, end)
    if match["not"] is not None or old is None:
        return
    for mention in mentions:
        if mention.label == "DRIVER" and old.start() <= mention.start < end:
            evidence = _evidence("record_holder", mention.start, mention.end, text)
            yield Fact("record_holder", mention.text, car_class, evidence)
            break
    year = YEAR.search(text, old.start(), end)
    if year is not None:
        yield _fact("record_year", int(year.group()), car_class, year, text)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNT[word.casefold()]


def _fact(
    field: str, value: int | bool | str, car_class: str | None, match: re.Match[str], text: str,
    group: str | int = 0,
) -> Fact:  # fmt: skip
    return Fact(field, value, car_class, _evidence(field, *match.span(group), text))


def _evidence(field: str, start: int, end: int, text: str) -> Evidence:
    return Evidence(field, start, end, text[start:end], f"fact.{field}", 1.0)
