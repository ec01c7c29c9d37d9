"""Names told at more length elsewhere in the report.

A word that stands unmarked or under another label, but is a known driver's surname
(misspelt, too) or a known team's short form, is marked as that.
"""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from polesitter.entities.candidate import Candidate
from polesitter.text.line_ends import line_ends
from polesitter.text.normal import SUFFIXES, normal

Tokens = Sequence[tuple[str, int]]
"""Each token's text and its start in code points."""
TYPO_FLOOR: Final = 87.0
SHORTEST_TYPO: Final = 5
SURE: Final = 0.75
"""Where the learned finder is surer, a team or car may bear a driver's surname: "the Foyt pair"."""
RELABELLED: Final = frozenset({"TEAM", "CAR", "TRACK", "EVENT", "SERIES", "CLASS"})
GENERIC: Final = frozenset(
    {"team", "racing", "motorsport", "motorsports", "the", "grand", "prix", "race", "sport",
     "sports", "international", "american", "united", "red", "black", "blue", "super", "speed",
     "park", "road", "world", "national", "north", "south", "east", "west", "new"}
)  # fmt: skip


def add_known_names(tokens: Tokens, standing: Sequence[Candidate]) -> list[Candidate]:
    """The mentions, by start, and the names that the others show to be some; none overlap."""
    surnames = _surnames(tokens, standing)
    short = _short_teams(tokens, standing)
    result = [_as_driver(tokens, candidate, surnames) for candidate in standing]
    if not surnames and not short:
        return result
    taken = {index for c in standing for index in range(c.start, c.end)}
    told = len(result)
    for index, (word, start) in enumerate(tokens):
        # Most words begin with a small letter, which comparing them tells soonest.
        if "a" <= word < "{" or index in taken or len(word) < 3 or not word[0].isupper():
            continue
        key = normal(word)
        label = "DRIVER" if key in surnames else "TEAM" if key in short else None
        if label is None or _inside_name(tokens, index, taken):
            continue
        end = start + len(word)
        result.append(Candidate(index, index + 1, start, end, label, "reference.known", 0.7))
    return sorted(result, key=_start) if len(result) > told else result


def _inside_name(tokens: Tokens, index: int, taken: set[int]) -> bool:
    """A capitalised neighbour or a hyphen that is no mention: the word is part of another name."""
    for other in (index - 1, index + 1):
        if 0 <= other < len(tokens) and other not in taken:
            word = tokens[other][0]
            if word == "-":
                return True
            starts = other == 0 or _opens(tokens[other - 1][0])
            if word[:1].isupper() and word.isalpha() and not (other < index and starts):
                return True
    return False


def _opens(word: str) -> bool:
    """Whether a sentence or a line begins behind a word."""
    return (line_ends(word) if word.isspace() else word) in {".", "\n", "!", "?", "\n\n", ":"}


def _surnames(tokens: Tokens, standing: Sequence[Candidate]) -> dict[str, int]:
    """Surnames of drivers told by their full name, with how often."""
    found: dict[str, int] = {}
    for candidate in standing:
        if candidate.label != "DRIVER" or candidate.end - candidate.start < 2:
            continue
        words = [tokens[i][0] for i in range(candidate.start, candidate.end)]
        while len(words) > 1 and normal(words[-1]) in SUFFIXES:
            words.pop()
        name = normal(words[-1])
        if len(name) >= 3:
            found[name] = found.get(name, 0) + 1
    return found


def _short_teams(tokens: Tokens, standing: Sequence[Candidate]) -> set[str]:
    """First words and capitalised abbreviations of teams told at more length."""
    found = set()
    for candidate in standing:
        if candidate.label != "TEAM" or candidate.end - candidate.start < 2:
            continue
        words = [tokens[i][0] for i in range(candidate.start, candidate.end)]
        first = normal(words[0])
        # "Turn 3 Motorsport" is never called "Turn".
        if len(first) >= 4 and first not in GENERIC and not words[1].isdigit():
            found.add(first)
    return found


def _as_driver(tokens: Tokens, candidate: Candidate, surnames: dict[str, int]) -> Candidate:
    """A single word found under another label that is a driver's surname, or nearly."""
    if candidate.label not in RELABELLED or candidate.end - candidate.start != 1:
        return candidate
    if candidate.rule != "learned.names" or candidate.score > SURE:
        return candidate
    key = normal(tokens[candidate.start][0])
    exact = key in surnames
    if exact or (
        len(key) >= SHORTEST_TYPO
        and any(fuzz.ratio(key, name) >= TYPO_FLOOR for name in surnames if name[0] == key[0])
    ):
        return candidate._replace(label="DRIVER", rule="reference.known")
    return candidate


def _start(candidate: Candidate) -> int:
    return candidate.start
