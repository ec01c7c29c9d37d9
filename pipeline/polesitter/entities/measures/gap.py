"""Gaps in words: "four-tenths of a second", "half a second", "a tenth and a half", "a second"."""

import re
from collections.abc import Iterable, Iterator

from polesitter.entities.measures.approximate import is_rounded
from polesitter.entities.measures.difference import compares, compares_short
from polesitter.entities.measures.spelled import CARDINAL, whole
from polesitter.types import Mention

_PARTS = {"tenth": 0.1, "hundredth": 0.01, "thousandth": 0.001}
_DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "10": 10, "100": 100, "1000": 1000,
}  # fmt: skip
_EXACT = frozenset({"100", "1000"})
_WINDOW = 36
"""Code points before the unit in which the count stands."""

# Each gap in words is read outwards from its unit, so that only the few places
# where a unit stands are looked at closely.
TRIGGERS = frozenset(
    ("tenth", "hundredth", "thousandth", "second", "tenths", "hundredths", "thousandths", "seconds")
)
_UNIT = re.compile(r"(?:thousandth|hundredth|tenth|second)s?\b")
_COUNT_OF_PARTS = re.compile(
    rf"\b(?:(?P<half>[Hh]alf an?)|(?P<count>[Aa] couple(?: of)?|[Aa]n(?:other)?|[Aa]"
    rf"|{CARDINAL}|\d{{1,3}})(?P<more> and a half)?)[- ](?:(?:one|1)[- ])?(?P<ten>ten[- ])?$"
)
_REST_OF_PARTS = re.compile(
    r"(?:[- ](and a half)\b)?([- ]of[- ](?:a|one)[- ](?:full )?second\b)?(?:[- ](and a half)\b)?"
)
_FRACTION_OF = re.compile(
    rf"\b(?:(?:([Aa]n?|{CARDINAL})[- ])?([Hh]alf|third|[Qq]uarter|fourth|fifth|sixth|seventh"
    rf"|eighth|ninth)s?"
    r"|(\d{1,3})/(10{1,3})(?:ths?)?)[- ]of[- ](?:a|one)[- ]$"
)
_HALF = re.compile(r"\b(?:[Aa] )?(?:[Hh]alf[- ](?:an?[- ])?|([Qq]uarter)[- ])$")
_ONE = re.compile(r"\b(?:[Aa]|[Oo]ne)( (?:full|whole|clear|good|entire))? $")
_SEVERAL = re.compile(rf"\b({CARDINAL})(?: full)?( and a half)? $")
_AND_A_HALF = re.compile(r" and a half\b")
_ORDINAL_USE = re.compile(
    r"[- ](?:\w+[- ])?(?:poles?|career|wins?|row|straight|consecutive|podium|start|season|round"
    r"|time"
    r"|victory|place|car|driver|session|race|year|different|of a (?:mile|mph|point|km|percent))\b"
)
_OTHER_MEASURE = re.compile(r" of a (?!second)")
_PHRASE_END = re.compile(r"\s*(?:[.,;:!)\u2013\u2014-]|$|\n)| (?:and|in|for|when|as) ")


def find_word_gaps(text: str, starts: Iterable[int]) -> Iterator[Mention]:
    """Yield the GAP mentions of `text` told in words, value in seconds.

    `starts` are the code points where a word of TRIGGERS stands. Tenths, halves and
    whole seconds in words are round; hundredths and thousandths are read off a
    timing screen and so exact, unless a word such as "nearly" precedes.
    """
    taken = 0
    for start in starts:
        unit = _UNIT.match(text, start)
        if unit is None or start < taken:
            continue
        before = text[max(taken, start - _WINDOW) : start]
        gap = (
            _seconds(text, unit, before)
            if unit[0].startswith("second")
            else _parts(text, unit, before)
        )
        if gap is not None:
            taken = gap.end
            yield gap


def _parts(text: str, unit: re.Match[str], before: str) -> Mention | None:
    counted = _COUNT_OF_PARTS.search(before)
    rest = _REST_OF_PARTS.match(text, unit.end())
    if counted is None or rest is None:
        return None
    if not rest[2] and _OTHER_MEASURE.match(text, unit.end()):
        return None
    part = unit[0].rstrip("s")
    singular = not unit[0].endswith("s")
    if singular and not rest[2] and _ORDINAL_USE.match(text, unit.end()):
        return None
    count = 0.5 if counted["half"] else _count(counted["count"].lower())
    if singular and count > 1:
        return None
    if rest[1] or rest[3] or counted["more"]:
        count += 0.5
    start = unit.start() - len(before) + counted.start()
    value = count * _PARTS[part] * (0.1 if counted["ten"] else 1)
    return _gap(text, start, rest.end(), value, part == "tenth")


def _count(words: str) -> float:
    if words in ("a", "an", "another"):
        return 1.0
    return 2.0 if words.startswith("a couple") else float(whole(words))


def _seconds(text: str, unit: re.Match[str], before: str) -> Mention | None:
    left = unit.start() - len(before)
    if unit[0] == "seconds":
        several = _SEVERAL.search(before)
        if several is None:
            return None
        start = left + several.start()
        if not _measures(text, start, unit.end()):
            return None
        return _gap(text, start, unit.end(), whole(several[1]) + (0.5 if several[2] else 0.0), True)
    fraction = _FRACTION_OF.search(before)
    if fraction:
        counted = fraction[1] or fraction[3] or "a"
        count = 1 if counted.lower() in ("a", "an") else whole(counted)
        name = (fraction[2] or fraction[4]).lower()
        value = count / _DENOMINATORS[name]
        return _gap(text, left + fraction.start(), unit.end(), value, name not in _EXACT)
    half = _HALF.search(before)
    if half:
        return _gap(text, left + half.start(), unit.end(), 0.25 if half[1] else 0.5, True)
    one = _ONE.search(before)
    if one is None:
        return None
    start, end = left + one.start(), unit.end()
    more = _AND_A_HALF.match(text, end)
    if more:
        return _gap(text, start, more.end(), 1.5, True)
    return _gap(text, start, end, 1.0, True) if one[1] or _measures(text, start, end) else None


def _measures(text: str, start: int, end: int) -> bool:
    """Whether "a second" or "six seconds" is a difference here, not a rank or a countdown."""
    if compares(text, start, end):
        # "by a second run" counts; "by a second." measures.
        return compares_short(text, end, end) or bool(_PHRASE_END.match(text, end))
    if compares_short(text, start, end):
        return True
    return is_rounded(text, start) and bool(_PHRASE_END.match(text, end))


def _gap(text: str, start: int, end: int, seconds: float, round_words: bool) -> Mention:
    return Mention(
        start,
        end,
        text[start:end],
        "GAP",
        value=round(seconds, 4),
        unit="s",
        approx=round_words or is_rounded(text, start),
        rule="measure.gap.words",
    )
