"""Laps and leads that the next sentence takes back: "That lap was usurped", "It did not last"."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from polesitter.relations.claims.claim import Claim
from polesitter.relations.reading.frame import Frame

DEMONSTRATIVE: Final = frozenset({"that", "it", "this", "his", "her"})
PERSONS: Final = frozenset({"he", "she", "they"})
PASSIVE: Final = frozenset({"was", "were", "been", "got"})
BEATEN: Final = frozenset(
    {"usurped", "beaten", "bettered", "eclipsed", "toppled", "surpassed", "overhauled", "last",
     "stand", "deleted", "disallowed", "short-lived", "topped", "<BEAT>"}
)  # fmt: skip
WINDOW: Final = 8
"""Items from the start of a sentence in which the taking back is told."""
LAPS: Final = frozenset({"SPEED", "LAPTIME"})
LEADS: Final = frozenset({"TOP", "POSITION"})
COUNTED: Final = frozenset({"BEAT", "IMPLIED", "ORDER", "RANK"})
"""Places that are told of nobody outright, of whom nothing else is told either."""
LEFT: Final = 0.3
"""What is left of a claim's probability when the next sentence says it was beaten."""


class TakenBack:
    """What of a report the next sentence takes back; asked of claims as they are judged."""

    def __init__(self, frames: Sequence[Frame], head_of: Mapping[int, str]) -> None:
        self.sentences = superseded(frames)
        self.there_only = named_there_only(frames, head_of, self.sentences)

    def weaken(self, claims: Iterable[Claim]) -> None:
        """Leave little of the claims that are taken back."""
        for claim in claims if self.sentences else ():
            if is_taken_back(claim, self.sentences, self.there_only):
                claim.scores = {name: chance * LEFT for name, chance in claim.scores.items()}


def superseded(frames: Sequence[Frame]) -> set[int]:
    """Numbers of the sentences whose lap, speed or lead the following one takes back."""
    return {
        number
        for number, frame in enumerate(frames[1:])
        if frame.sentence.kind == "prose" and _takes_back(frame.keys[:WINDOW])
    }


def named_there_only(
    frames: Sequence[Frame], head_of: Mapping[int, str], sentences: set[int]
) -> set[str]:
    """The competitors whom no sentence names but those that are taken back."""
    there: set[str] = set()
    elsewhere: set[str] = set()
    for number, frame in enumerate(frames) if sentences else ():
        named = there if number in sentences else elsewhere
        named.update([head_of[frame.sentence.items[at].mention] for at in frame.heads])
    return there - elsewhere


def is_taken_back(claim: Claim, sentences: set[int], there_only: set[str]) -> bool:
    """Whether a claim is to a lap, or to the first place, that the next sentence takes back.

    `there_only`: those whom no other sentence names; they are first by no count either.
    """
    if claim.value == "1" and claim.label in COUNTED and claim.competitor in there_only:
        return True
    if claim.sentence not in sentences:
        return False
    return claim.label in LAPS or (claim.label in LEADS and claim.value == "1")


def _takes_back(keys: Sequence[str]) -> bool:
    if not keys:
        return False
    if keys[0] in DEMONSTRATIVE:
        return not BEATEN.isdisjoint(keys)
    return keys[0] in PERSONS and any(
        key in BEATEN and not PASSIVE.isdisjoint(keys[max(0, at - 2) : at])
        for at, key in enumerate(keys)
    )
