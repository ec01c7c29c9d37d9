"""Whether "the back", "last" or "pit lane" is where a car starts, and "top five" a group."""

import re

_GOES_THERE = re.compile(
    r"\b(?:start(?:s|ed|ing)?|go|goes|going|went|drop(?:s|ped)?|move[sd]?|sen(?:d|ds|t)|relegat\w+"
    r"|bump\w*|fall\w*|fell|demot\w+|lin(?:es|ing) up|begin\w*|qualif\w+|banish\w+|consign\w+"
    r"|roll\w*|races?|grid|be|put|at|shuffled|back)\b[^.\n]{0,40}?\b(?:from|at|to|in) (?:the )?$"
)
_PART_OF_SOMETHING = re.compile(
    r" (?:straight|stretch|end\b|wing|tyre|tire|in\b|on\b|up\b|at\b|of (?:the )?(?:garage|truck"
    r"|transporter|car|his|her|their|my|its|team|section|championship|circuit|track"
    r"|(?!(?:[A-Z][\w-]* ){1,3}(?:class|field|grid|pack|category|order)\b)[A-Z]))"
    r"|-|straight|wheel"
)
_LAST_BEFORE = re.compile(
    r"\b(?:start(?:s|ed|ing)?|starting from|will be|qualif(?:ied|y)|lin(?:es|ing) up|and"
    r"|go(?:es)? off|rolls? off|left (?:him|her|them)|from|timed in|ended up"
    r"|wound up|winds up|plumb|stone) $"
)
_LAST_AFTER = re.compile(
    r"[.,;)\n]|$| (?:on (?:the grid|merit)|of (?:the|all)|for (?:the|\w+day)|with|because)\b"
)
_NOT_FILLED_BEFORE = re.compile(
    r"\b(?:miss\w*|outside|into|crack\w*|jump\w*|qualif\w+|escap\w+|from|reach\w*|inside|within"
    r"|break|broke)(?: (?:the|of|overall|a))+ $|\n[^\n.]*\($"
)
_HEADING_AFTER = re.compile(
    r"[):]*\s*(?:\n|$)| (?:inside|from|transfer|advance|go through|will advance)\b"
)
_COMPLETED_BEFORE = re.compile(
    r"\b(?:complet\w+|round\w* (?:out|off)|fill\w* (?:out|up)|clos\w+ (?:out|off)|made up"
    r"|mak\w+ up) the (?:\w+ )?$"
)
_WINDOW = 64


def at_the_rear(text: str, start: int, end: int) -> bool:
    """Whether "back", "rear", "last" or "pit lane" at `start`..`end` is where a car starts."""
    before = text[max(0, start - _WINDOW) : start]
    if text[start:end] == "last":
        return bool(_LAST_AFTER.match(text, end) and _LAST_BEFORE.search(before))
    if not before.endswith(("the ", "from ", "in ")) or _PART_OF_SOMETHING.match(text, end):
        return False
    return _GOES_THERE.search(before) is not None


def in_a_group(text: str, start: int, end: int) -> bool:
    """Whether "top five" at `start`..`end` is a group that drivers fill, no limit or heading."""
    if _HEADING_AFTER.match(text, end):
        return False
    return _NOT_FILLED_BEFORE.search(text[max(0, start - _WINDOW) : start]) is None


def is_completed(text: str, start: int) -> bool:
    """Whether the "first five" that begin at `start` are a group that somebody makes whole."""
    return _COMPLETED_BEFORE.search(text[max(0, start - _WINDOW) : start]) is not None
