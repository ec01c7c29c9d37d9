"""Laps and leads that the next sentence takes back: "That lap was usurped", "It did not last"."""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.claims import Claim
from polesitter.relations.frame import Frame

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


def superseded(frames: Sequence[Frame]) -> set[int]:
    """Numbers of the sentences whose lap, speed or lead the following one takes back."""
    return {
        number
        for number, frame in enumerate(frames[1:])
        if frame.sentence.kind == "prose" and _takes_back(frame.keys[:WINDOW])
    }


def is_taken_back(claim: Claim, sentences: set[int]) -> bool:
    """Whether a claim is to a lap, or to the first place, that the next sentence takes back."""
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
