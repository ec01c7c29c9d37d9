"""Laps of a few seconds, which only the words around tell from gaps: "a lap of 10.941"."""

import re

from polesitter.entities.measures.difference import compares_short

_LAP_BEFORE = re.compile(
    r"\b(?:laps?|times?|tours?|circuits?|effort|clocking|rounds?) (?:of|at|in) (?:an? )?$"
    r"|\b(?:lapped|circled|toured|rounded|covered|circulated|timed|clocked|turned|turning|turns"
    r"|ran|gone|went|posted|posting|quickest|fastest|quick(?: time)?|laid down)\b"
    r"(?: [\w'\u2019.-]+){0,6}? (?:in|at|with|an?|of) $"
    r"|\b(?:clocked|timed|stopped the (?:clocks?|watch(?:es)?))(?: \w+)? (?:in|at) $"
    r"|\b(?:whose|posted an?|ran an?|with an?|ran|laid down an?|turned an?|record,?(?: of)?) $"
    r"|[\w'\u2019]['\u2019]s $",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"\b(?:laps?|tours?|circuits?|(?:fast|quick|best|pole|lap|qualifying) times?|clocking"
    r"|(?:clocked|timed)(?: in)?) (?:of|at|in)(?: an?)? $",
    re.IGNORECASE,
)
_LAP_AFTER = re.compile(r"[- ](?:lap|time|run|tour|circuit|effort|flyer)\b")
_WINDOW = 64


def laps_short(text: str, start: int, end: int) -> bool:
    """Whether the seconds at code points `start`..`end` are those of a lap."""
    if compares_short(text, start, end):
        return False
    if _LAP_AFTER.match(text, end):
        return True
    return _LAP_BEFORE.search(text[max(0, start - _WINDOW) : start]) is not None


def is_told_lap(text: str, start: int) -> bool:
    """Whether the words right before a figure without a unit say that it is a lap."""
    return _TOLD_BEFORE.search(text[max(0, start - _WINDOW) : start]) is not None
