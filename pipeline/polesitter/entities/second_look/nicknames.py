"""Drivers told with a nickname in the middle: 'Robert "Buddy" Kane', which quotes keep apart."""

from collections.abc import Mapping, Sequence
from typing import Final

from polesitter.entities.candidate import Candidate
from polesitter.entities.learned.cues import CUE_OF
from polesitter.entities.second_look.glued import end_char, is_glued
from polesitter.entities.second_look.named_again import Tokens
from polesitter.entities.worth import LEARNED
from polesitter.text.normal import SUFFIXES, normal

OPENING: Final = frozenset({'"', "\u201c"})
CLOSING: Final = frozenset({'"', "\u201d"})
LONGEST: Final = 2
"""Words of a nickname."""
RULE: Final = "reference.nickname"


def add_nicknamed(tokens: Tokens, standing: Sequence[Candidate]) -> list[Candidate]:
    """The mentions, by start, those of a first name and of the surname behind a nickname joined."""
    quotes = [at for at, (word, _) in enumerate(tokens) if word in OPENING]
    if not quotes:
        return list(standing)
    taken = {index: one for one in standing for index in range(one.start, one.end)}
    names = [name for at in quotes if (name := _name(tokens, at, taken)) is not None]
    covered = {index for one in names for index in range(one.start, one.end)}
    kept = [one for one in standing if one.start not in covered]
    return sorted([*kept, *names], key=_start)


def _name(tokens: Tokens, quote: int, taken: Mapping[int, Candidate]) -> Candidate | None:
    """The name around the nickname that opens at token `quote`, if it is one."""
    close = _close(tokens, quote)
    if close is None or quote == 0 or close + 1 >= len(tokens):
        return None
    first, last = taken.get(quote - 1), taken.get(close + 1)
    if not (_may_be_driver(first) and _may_be_driver(last)):
        return None
    if not (_is_part(tokens, quote - 1) and _is_part(tokens, close + 1)):
        return None
    if tokens[quote][1] - end_char(tokens, quote - 1) != 1:
        return None
    if tokens[close + 1][1] - end_char(tokens, close) != 1:
        return None
    start = first.start if first is not None else quote - 1
    end = _end(tokens, last.end if last is not None else close + 2)
    return Candidate(start, end, tokens[start][1], end_char(tokens, end - 1), "DRIVER", RULE, 0.9)


def _close(tokens: Tokens, quote: int) -> int | None:
    """Where a nickname that opens at token `quote` is closed, if it is one by its looks."""
    for at in range(quote + 1, min(quote + LONGEST + 2, len(tokens))):
        if tokens[at][0] in CLOSING:
            return at if at > quote + 1 else None
        if not tokens[at][0][:1].isupper():
            return None
    return None


def _end(tokens: Tokens, end: int) -> int:
    """Where a name that reaches token `end` ends, with what a hyphen joins to it and with "Jr."."""
    while end + 1 < len(tokens) and tokens[end][0] == "-" and is_glued(tokens, end - 1, 3):
        end += 2
    return end + 1 if end < len(tokens) and normal(tokens[end][0]) in SUFFIXES else end


def _may_be_driver(mention: Candidate | None) -> bool:
    if mention is None or mention.label == "DRIVER":
        return True
    return mention.label == "TEAM" and mention.rule == LEARNED


def _is_part(tokens: Tokens, at: int) -> bool:
    word = tokens[at][0]
    return word[:1].isupper() and word.replace(".", "").isalpha() and word.lower() not in CUE_OF


def _start(candidate: Candidate) -> int:
    return candidate.start
