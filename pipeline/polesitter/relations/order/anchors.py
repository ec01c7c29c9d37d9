"""Places believed so far, that lists count on from."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from polesitter.relations.claims.claim import Claim
from polesitter.relations.reading.frame import Frame

STATING: Final = frozenset({"POSITION", "TOP"})
"""Labels of the claims that state a place."""
BELIEVED: Final = 0.5
"""How probable a place must be to count on from it."""
SURER: Final = (0.7, 0.85, 0.95)
"""Between these a place is a little, rather, very or quite sure."""


class Anchor(NamedTuple):
    """A place lists count on from: the mention that states it, and how sure it is (0 to 3)."""

    position: int
    mention: int
    sure: int


def anchors_of(frames: Sequence[Frame], claims: Iterable[Claim]) -> dict[int, dict[int, Anchor]]:
    """The stated places lists count on from: sentence -> head's item -> place."""
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for claim in claims:
        chance = claim.scores.get("position", 0.0)
        if claim.label not in STATING or chance < BELIEVED:
            continue
        value = str(claim.value)
        key = (claim.sentence, claim.head)
        if value.isdigit() and (key not in best or best[key][0] < chance):
            best[key] = (chance, int(value), claim.mention)
    anchors: dict[int, dict[int, Anchor]] = {}
    for (sentence, head), (chance, position, mention) in best.items():
        anchor = Anchor(position, mention, bisect(SURER, chance))
        for place in frames[sentence].heads:
            if frames[sentence].sentence.items[place].mention == head:
                anchors.setdefault(sentence, {})[place] = anchor
    return anchors


def place_of(frame: Frame, mention: int) -> int:
    """The item of a mention in its sentence; -1 where it is not there."""
    return next((at for at, item in enumerate(frame.sentence.items) if item.mention == mention), -1)
