"""Partners in a team's name that no finder knows: "PR1/Mathis", "NeoTech with Kessel Steel"."""

from typing import Final

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.glued import GLUE, end_char, is_glued
from polesitter.entities.second_look.named_again import Tokens

WITH: Final = "with"


def with_partners(tokens: Tokens, team: Candidate, least: int, stop: int) -> Candidate:
    """Extend a team by the capitalised words that a slash, a hyphen or "with" joins to it.

    `least`, `stop`: the first token that is free, and the first that is taken again by
    another mention, or the end.
    """
    start, end = _start(tokens, team, least), _end(tokens, team, stop)
    if (start, end) == (team.start, team.end):
        return team
    return team._replace(
        start=start, end=end, start_char=tokens[start][1], end_char=end_char(tokens, end - 1)
    )


def _start(tokens: Tokens, team: Candidate, least: int) -> int:
    start = team.start - 2
    slashed = start >= least and tokens[start + 1][0] == "/" and is_glued(tokens, start, 3)
    return start if slashed and _is_name(tokens[start][0]) else team.start


def _end(tokens: Tokens, team: Candidate, stop: int) -> int:
    at = team.end
    if at + 1 >= stop:
        return at
    word = tokens[at][0]
    if word in GLUE:
        if not is_glued(tokens, at - 1, 3) or not _is_name(tokens[at + 1][0]):
            return at
        return at + 2 if word == "-" else _run_end(tokens, at + 2, stop)
    if word.casefold() != WITH or not _is_next(tokens, at):
        return at
    end = _run_end(tokens, at + 1, stop)
    return end if end > at + 1 else at


def _run_end(tokens: Tokens, at: int, stop: int) -> int:
    """Where a run of capitalised words from a token on ends."""
    while at < stop and _is_name(tokens[at][0]) and _is_next(tokens, at):
        at += 1
    return at


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _is_next(tokens: Tokens, at: int) -> bool:
    """Whether a token stands one space behind the one before it."""
    return tokens[at][1] - end_char(tokens, at - 1) == 1
