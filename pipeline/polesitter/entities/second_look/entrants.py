"""Teams that no finder knows, told between an article and a make: "the Derhaag Corvettes"."""

from collections.abc import Sequence
from typing import Final

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.glued import end_char
from polesitter.entities.second_look.named_again import Tokens

ARTICLES: Final = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "whose", "both", "two", "three"}
)
"""What leads to a team and its car."""
NO_TEAM: Final = frozenset({"Team", "New", "Other", "Second", "First", "No"})
"""Capitalised words that are no name when they stand alone."""
LONGEST: Final = 4
"""Words that a team in no list may have."""
RULE: Final = "reference.entrant"
SCORE: Final = 0.7


def add_entrants(tokens: Tokens, standing: Sequence[Candidate]) -> list[Candidate]:
    """The mentions, by start, and the capitalised words between an article and a car, as teams.

    A car's number leads to its team as well: "the #77 Starcrest Dallara".
    """
    told: list[Candidate] = []
    for candidate in standing:
        if candidate.label == "CAR":
            start = _start(tokens, candidate.start, told[-1].end if told else 0)
            if _is_led(tokens, start, told) and _is_named(tokens, start, candidate.start):
                first, past = tokens[start][1], end_char(tokens, candidate.start - 1)
                told.append(Candidate(start, candidate.start, first, past, "TEAM", RULE, SCORE))
        told.append(candidate)
    return told


def _start(tokens: Tokens, end: int, least: int) -> int:
    """Where the run of capitalised words that ends at token `end` starts."""
    start = end
    while start > least and _is_name(tokens[start - 1][0]) and _is_next(tokens, start):
        start -= 1
    return start


def _is_named(tokens: Tokens, start: int, end: int) -> bool:
    words = [word for word, _ in tokens[start:end]]
    return 0 < len(words) <= LONGEST and (len(words) > 1 or words[0] not in NO_TEAM)


def _is_led(tokens: Tokens, start: int, told: Sequence[Candidate]) -> bool:
    """Whether an article or a car's number stands before a token."""
    if not start or not _is_next(tokens, start):
        return False
    if told and told[-1].end == start:
        return told[-1].label == "NUMBER"
    return tokens[start - 1][0].casefold() in ARTICLES


def _is_name(word: str) -> bool:
    plain = word.replace(".", "").replace("&", "").replace("'", "")
    return word[:1].isupper() and plain.isalpha() and word.casefold() not in ARTICLES


def _is_next(tokens: Tokens, at: int) -> bool:
    """Whether a token stands one space behind the one before it."""
    return tokens[at][1] - end_char(tokens, at - 1) == 1
