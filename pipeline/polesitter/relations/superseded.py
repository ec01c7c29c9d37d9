"""Laps that the next sentence takes back: "That lap was soon usurped", "It did not last"."""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.frame import Frame

DEMONSTRATIVE: Final = frozenset({"that", "it", "this", "his", "her"})
BEATEN: Final = frozenset(
    {"usurped", "beaten", "bettered", "eclipsed", "toppled", "surpassed", "overhauled", "last",
     "stand", "deleted", "disallowed", "short-lived", "topped", "<BEAT>"}
)  # fmt: skip
WINDOW: Final = 8
"""Items from the start of a sentence in which the taking back is told."""


def superseded(frames: Sequence[Frame]) -> set[int]:
    """Numbers of the sentences whose lap or speed the following one takes back."""
    found = set()
    for number, frame in enumerate(frames[1:]):
        keys = frame.keys[:WINDOW]
        if (
            keys
            and keys[0] in DEMONSTRATIVE
            and BEATEN & set(keys)
            and frame.sentence.kind == "prose"
        ):
            found.add(number)
    return found
