"""The weekday on which a report says its session was, among all the weekdays it names.

Reports name the weekdays of practice, of the race, of travel and of penalties too. Which is
that of qualifying is a choice among them and the day of the report itself, weighed by signs
around each: what sort of session is spoken of beside it, whether times or speeds stand by it,
how far into the report it is told.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from polesitter.text.calendar import WEEKDAYS
from polesitter.types import Mention

LONGEST_BACK: Final = 3
"""Days between a session and the report on it."""

# Fitted to the reports of corpus/own as a choice (conditional logit, L2 penalty 0.5) among the
# weekdays of each report and its own day, which has weight 0; checked on reports left out.
WEIGHTS: Final[Mapping[str, float]] = {
    "told": 2.22,
    "depth": -4.36,  # per thousand code points, at most _DEEPEST of them
    "against a stated day": -3.37,
    "the day before": 0.98,
    "owner": -0.91,
    "figure": 1.64,
    "of qualifying": 1.16,
    "qualifying in the sentence": 0.76,
    "beside practice": -1.4,
    "of a race": -0.92,
    "in an aside": -1.45,
}
"""What each sign of `signs_around` adds for a weekday."""

_DEEPEST: Final = 3000
_BESIDE: Final = 22
"""Code points at most between a weekday and a word beside it: "Friday's second and last "."""

_SESSION: Final = re.compile(
    r"\b(?:(?P<qualifying>qualif\w*|time trials?|poles?|pole-?sitters?|super-?pole|hyperpole"
    r"|shoot-?outs?|knockout|fast (?:six|12|nine)|q[123]|grid|front row|lapped|laps?|fastest"
    r"|quickest|session|mph)"
    r"|(?P<practice>practi[cs]\w*|test\w*|warm-?up|happy hour|crash\w*|arriv\w*|unload\w*|flew"
    r"|withdr\w*)"
    r"|(?P<race>races?|raced|racing|green|starts?|victory|feature|sprint|grand prix|broadcasts?"
    r"|coverage|airs?|heats?|\d{3}))\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d\.\d{2}|\.\d{3}|\d{2}\.\d")
_BOUND: Final = re.compile(r"\b(?:for|until|of|from|by|before|after|next|last|since)(?: the)? $")
_ASIDE: Final = re.compile(r", (?:who|which|whose)\b[^,]*$")
_OWNER: Final = re.compile(r"(?: (?:morning|afternoon|evening|night))?['\u2019]s?\b")
_OTHER_BEFORE: Final = re.compile(
    r"\b(?:(?:will|race (?:is|starts|begins|runs)|starts?|begins?|goes|gets? under ?way|airs?"
    r"|coverage|scheduled)\b.{0,32}"
    r"|(?:practi[cs]e|test\w*|warm-?up)(?: session)? (?:on )?)$",
    re.IGNORECASE,
)
_OTHER_AFTER: Final = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?(?:['\u2019]s?)? (?:[\w-]+ ){0,2}?"
    r"(?:races?|practi\w+|test\w*|warm-?up|feature|sprint)\b",
    re.IGNORECASE,
)


def told_weekday(
    text: str, mentions: Sequence[Mention], near: date, *, stated: bool
) -> tuple[date, int, int] | None:
    """The day of the likeliest weekday, counted back from `near`, and where it stands.

    `mentions`: the DATE mentions of `text`. `near`: the day of the report; `stated`:
    whether the text names it, rather than the line or metadata of its publication.
    Offsets are 0-based, half-open code points. None where `near` itself is likelier.
    """
    best, told = 0.0, None
    for mention in mentions:
        if mention.value not in WEEKDAYS:
            continue
        back = (near.weekday() - WEEKDAYS.index(str(mention.value))) % len(WEEKDAYS)
        if back > LONGEST_BACK or _of_another_session(text, mention):
            continue
        signs = signs_around(text, mention, back, stated=stated)
        score = sum(WEIGHTS[sign] * size for sign, size in signs.items())
        if score > best:
            best, told = score, (near - timedelta(days=back), mention.start, mention.end)
    return told


def signs_around(text: str, mention: Mention, back: int, *, stated: bool) -> dict[str, float]:
    """The sizes of the signs of WEIGHTS at a weekday, `back` days before the report's day."""
    start, end = sentence_around(text, mention.start, mention.end)
    _, next_end = sentence_around(text, end + 1, end + 1)
    before = text[start : mention.start]
    sessions = list(_SESSION.finditer(text, start, end))
    told = [session.lastgroup for session in sessions]
    beside = [session.lastgroup for session in sessions if _gap(session, mention) < _BESIDE]
    after = [session for session in sessions if session.start() >= mention.end]
    next_told = after[0].lastgroup if after else None
    signs = {
        "told": True,
        "depth": min(mention.start, _DEEPEST) / 1000,
        "against a stated day": stated and back > 0,
        "the day before": back == 1,
        "owner": _OWNER.match(text, mention.end),
        "figure": _FIGURE.search(text, start, next_end),
        "of qualifying": next_told == "qualifying" and _gap(after[0], mention) < _BESIDE,
        "qualifying in the sentence": "qualifying" in told,
        "beside practice": "practice" in beside,
        "in an aside": _ASIDE.search(before),
        "of a race": next_told == "race" or _BOUND.search(before),
    }
    return {
        sign: size if isinstance(size, float) else float(bool(size)) for sign, size in signs.items()
    }


def _of_another_session(text: str, mention: Mention) -> bool:
    """Whether a weekday is plainly that of practice, or of a race run or still to be run."""
    start, _ = sentence_around(text, mention.start, mention.end)
    before = text[start : mention.start]
    return bool(_OTHER_BEFORE.search(before) or _OTHER_AFTER.match(text, mention.end))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a span begins and ends; the end of a line ends it too."""
    begins = [text.rfind(mark, 0, start) for mark in (". ", "? ")]
    ends = [at for at in (text.find(mark, end) for mark in (". ", "? ", "\n")) if at >= 0]
    return max(*begins, text.rfind("\n", 0, start)) + 1, min(ends, default=len(text))


def _gap(session: re.Match[str], mention: Mention) -> int:
    """Code points between a word and a weekday."""
    return max(session.start() - mention.end, mention.start - session.end())
