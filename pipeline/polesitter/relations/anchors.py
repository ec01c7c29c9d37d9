"""Places believed so far, that lists count on from."""

from collections.abc import Iterable, Sequence

from polesitter.relations.claims import Claim
from polesitter.relations.frame import Frame


def anchors_of(
    frames: Sequence[Frame], claims: Iterable[Claim], *, counted: bool = False
) -> dict[int, dict[int, tuple[int, int]]]:
    """The stated places lists count on from: sentence -> head's item -> (position, mention)."""
    labels = ("POSITION", "TOP", "ORDER") if counted else ("POSITION", "TOP")
    best: dict[tuple[int, int], tuple[tuple[bool, float], int, int]] = {}
    for claim in claims:
        chance = claim.scores.get("position", 0.0)
        if claim.label not in labels or chance < 0.5:
            continue
        value = str(claim.value)
        key = (claim.sentence, claim.head)
        rank = (claim.label != "ORDER", chance)  # what is stated comes before what was counted
        if value.isdigit() and (key not in best or best[key][0] < rank):
            best[key] = (rank, int(value), claim.mention)
    anchors: dict[int, dict[int, tuple[int, int]]] = {}
    for (sentence, head), (_, position, mention) in best.items():
        for place in frames[sentence].heads:
            if frames[sentence].sentence.items[place].mention == head:
                anchors.setdefault(sentence, {})[place] = (position, mention)
    return anchors


def place_of(frame: Frame, mention: int) -> int:
    """The item of a mention in its sentence; -1 where it is not there."""
    return next((at for at, item in enumerate(frame.sentence.items) if item.mention == mention), -1)
