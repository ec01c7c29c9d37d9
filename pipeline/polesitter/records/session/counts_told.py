"""How many took part, and how often the session was stopped."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from polesitter.records.session.fact import Fact, fact_of
from polesitter.text.layout import Passage
from polesitter.text.phrases import Look

COUNT: Final = {
    "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "once": 1, "twice": 2,
}  # fmt: skip
TENS: Final = {f"{ten}-{one}": COUNT[ten] + number for ten in ("twenty", "thirty", "forty")
        for one, number in COUNT.items() if 0 < number < 10}  # fmt: skip


def _by_first_letter(words: Iterable[str]) -> str:
    """The words as an expression, the longest first, that tries only those of the letter met."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(found)})" for letter, found in rests.items())


NUMBER: Final = rf"(?:\d{{1,3}}|{_by_first_letter({**COUNT, **TENS})})"
CARS: Final = (
    r"(?:drivers?|cars?|teams?|entries|entrants|trucks|competitors|starters|runners|machines|"
    r"qualifiers|crews|riders)"
)
OTHERS: Final = re.compile(rf"\b(?:the )?other (?P<n>{NUMBER}) {CARS}\b", re.I)
ENTRIES: Final = re.compile(
    # Most words worth a try are a "the", which no other way of telling begins with.
    rf"\b(?:the (?P<i>{NUMBER}) {CARS}\b|(?!the )(?:"
    rf"there (?:were|are|will be) (?:only )?(?P<a>{NUMBER}) {CARS}\b|"
    rf"(?P<b>{NUMBER}) {CARS},? (?:(?:are|were) )?(?:on (?:the (?:entry list|grounds)|hand|track)|"
    rf"entered|timed|took (?:part|time)|one at a time|in (?:the )?(?:class|field|entry))|"
    rf"(?P<c>{NUMBER})[- ](?:car|truck|driver)(?: strong)? (?:starting )?(?:field|entry|grid)|"
    rf"(?:field|line|entry list|entry|grid) of (?P<d>{NUMBER})\b(?! (?:laps|miles))|"
    rf"(?:\d+(?:st|nd|rd|th)|last|fastest|quickest|{NUMBER}) of the (?P<e>{NUMBER}) {CARS}\b|"
    rf"\d+(?:st|nd|rd|th) (?:out )?of (?P<f>\d{{1,2}})\b(?![.:]\d)|out of (?P<g>\d{{1,2}})\b|"
    rf"all (?P<h>{NUMBER}) {CARS}\b|had (?P<j>{NUMBER}) {CARS}\b|"
    rf"lead(?:ing)? (?P<k>{NUMBER}) {CARS}\b))",
    re.I,
)
FIRST_WORDS: Final = re.compile(rf"\W*(?:Notes?: )?(?P<n>{NUMBER}) {CARS}(?=[,.])", re.I)
LEAST: Final = {"e": 10, "h": 6, "i": 10, "n": 10}
"""Fewer are some of the field, not all of it ("the two cars behind him"), by group."""
PART: Final = re.compile(r"\b(?:fastest|first|top|last|slowest|next|final|his|her|their) $", re.I)
COUNTED_FLAGS: Final = re.compile(
    rf"\b(?:(?P<n>{NUMBER})(?: \w+)? red[- ]flags?\b|(?:red-flagged|stopped|halted|interrupted) "
    r"(?P<t>once|twice|three times|four times)\b)", re.I
)  # fmt: skip
STOPPED: Final = re.compile(
    r"\b(?:(?:the|a|an?other|causing|lengthy|first|second|long|early|late|brief) (?:\w+ )?"
    r"red[- ]flags?\b(?!-)(?! (?:queue|period|rule))|red[- ]flagged\b|"
    r"lights\b[^.;]{0,60}\bto red\b|"
    r"(?:session|qualifying|run|segment|Q[1-4]|part)\b[^.,;]{0,15} "
    r"(?:stopped|halted|interrupted|suspended|stoppage)\b|"
    r"(?:stopping|halting|interrupting) (?:the session|qualifying)|the stoppage\b)", re.I
)  # fmt: skip
ELSEWHERE: Final = re.compile(r"\b(?:race|practice|last year)\b", re.I)
ORDINAL: Final = {"first": 1, "second": 2, "another": 2, "third": 3}


def entries_told(look: Look, passage: Passage, car_class: str | None) -> Iterator[Fact]:
    """The cars of the session, or of the class a passage is told under."""
    text, start, end = look.text, passage.start, passage.end
    for match in look.matches("others", start, end):
        yield fact_of("entries", _count(match["n"]) + 1, car_class, text, match.span())
    first = FIRST_WORDS.match(text, start, end)
    found = [*([first] if first else []), *look.matches("entries", start, end)]
    for match in found:
        group = next(name for name, value in match.groupdict().items() if value is not None)
        at, number = match.start(group), _count(match[group])
        if number >= LEAST.get(group, 2) and not PART.search(text, max(start, at - 12), at):
            yield fact_of("entries", number, car_class, text, match.span())


def counted_flags(look: Look, passage: Passage) -> Iterator[Fact]:
    """The number of red flags where it is told."""
    text = look.text
    for match in look.matches("red_flags", passage.start, passage.end):
        word = match["n"] or match["t"].split()[0]
        yield fact_of("red_flags", _count(word), None, text, match.span())


def stoppages(look: Look, passage: Passage) -> Iterator[Fact]:
    """Each stoppage told without a number, as the least number of red flags it implies."""
    text = look.text
    for match in look.matches("stopped", passage.start, passage.end):
        if ELSEWHERE.search(text, passage.start, match.end()):
            continue
        number = max(ORDINAL.get(word, 1) for word in match.group().casefold().split())
        yield fact_of("red_flags", number, None, text, match.span())


def _count(word: str) -> int:
    told = word.casefold()
    return int(told) if told.isdigit() else {**COUNT, **TENS}[told]
