"""Where the words of a car begin and end: its chassis before, its model behind the known part."""

import re
from typing import Final

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.glued import GLUE, end_char, is_glued
from polesitter.entities.second_look.named_again import Tokens

MODEL_SUFFIX: Final = re.compile(
    r"(?:GT[234E]?|GTD|GTE|TCR|TCX|TCA|LMP\d|DPi|LMDh|LMH|DP|Cup|Evo|EVO|II|R|S|RS|NISMO|Turbos?"
    r"|[A-Z]{2,3}\.R|[A-Z]{0,3}\d[\w.-]*|GT-R)$"
)
SERIES: Final = re.compile(r"[A-Z]{2,4}$")
"""The letters of a model that a number follows across a hyphen: "XR-7", "NPT-90"."""
LETTER: Final = re.compile(r"[B-HJ-Z]$")
"""A letter that is a model, or ends one: "i30 N", "RC F"."""
NUMBERED: Final = re.compile(r"\d\w*$")
DASHES: Final = frozenset({"-", "\u2013"})
NO_CHASSIS: Final = frozenset({"all", "ex", "non", "pre", "anti", "pro", "semi", "half"})
"""What stands before a hyphen and a make, and is none itself: "an All-Porsche row"."""


def whole_car(tokens: Tokens, car: Candidate, least: int, stop: int) -> Candidate:
    """Extend "Porsche 718 Cayman" by "GT4" and "Cosworth" by "March-": parts in no list.

    `least`, `stop`: the first token that is free, and the first that is taken again by
    another mention, or the end.
    """
    start, end = _start(tokens, car, least), _end(tokens, car, stop)
    if (start, end) == (car.start, car.end):
        return car
    past = end_char(tokens, end - 1) - (end > car.end and _is_stopped(tokens, end - 1))
    return car._replace(start=start, end=end, start_char=tokens[start][1], end_char=past)


def _start(tokens: Tokens, car: Candidate, least: int) -> int:
    """Where the chassis begins that a hyphen joins to the make: "March-Cosworth"."""
    start = car.start - 2
    if start < least or tokens[start + 1][0] != "-" or not is_glued(tokens, start, 3):
        return car.start
    word = tokens[start][0]
    chained = start > 0 and tokens[start - 1][0] in GLUE and is_glued(tokens, start - 1, 2)
    if chained or not word[:1].isupper() or word.casefold() in NO_CHASSIS:
        return car.start
    return start


def _end(tokens: Tokens, car: Candidate, stop: int) -> int:
    end = car.end
    while end < stop and not (end > car.end and _is_stopped(tokens, end - 1)):
        more = _model_words(tokens, end, stop)
        if not more:
            break
        end += more
    return end


def _model_words(tokens: Tokens, at: int, stop: int) -> int:
    """How many tokens from `at` on are the next part of a car's model; 0 where none is."""
    apart = tokens[at][1] - end_char(tokens, at - 1)
    words = [word for word, _ in tokens[at : min(at + 3, stop)]]
    if not apart:
        numbered = len(words) > 1 and words[0] in GLUE and NUMBERED.match(words[1])
        lettered = any(char.isalpha() for char in tokens[at - 1][0]) and tokens[at - 1][0].isupper()
        return 2 if numbered and lettered and is_glued(tokens, at, 2) else 0
    if apart != 1 or _counts_places(tokens, at):
        return 0
    first = words[0].removesuffix(".")
    hyphened = len(words) > 1 and words[1] in GLUE and is_glued(tokens, at, 2)
    if MODEL_SUFFIX.match(first) or (LETTER.match(first) and not hyphened):
        return 1
    if len(words) > 1 and SERIES.match(first) and LETTER.match(words[1].removesuffix(".")):
        return 2
    if words[0] == "Type" and len(words) > 1 and len(words[1]) <= 2 and words[1].isupper():
        return 2
    joined = len(words) == 3 and words[1] == "-" and NUMBERED.match(words[2])
    return 3 if joined and SERIES.match(words[0]) and is_glued(tokens, at, 3) else 0


def _is_stopped(tokens: Tokens, index: int) -> bool:
    """Whether the stop of a sentence is one token with a letter before it: "a Civic Type R."."""
    return tokens[index][0].endswith(".")


def _counts_places(tokens: Tokens, index: int) -> bool:
    """Whether a number opens a sweep: "a BMW 1-2-3"."""
    ahead = [word for word, _ in tokens[index : index + 3]]
    return len(ahead) == 3 and ahead[0].isdigit() and ahead[1] in DASHES and ahead[2].isdigit()
