"""What a gap was missed by: a cut, the pole, another place.

"He missed the cut by 0.006s" tells how far the next round was, not a rival: such a gap is
no result. "She missed the pole by 0.006s" tells one.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from polesitter.relations.reading.frame import Frame

MISSED: Final = frozenset({"miss", "misses", "missed", "missing", "short"})
AWAY: Final = frozenset({"off", "from", "shy", "short", "away", "outside"})
CUTS: Final = frozenset(
    {"<SEGMENT>", "cut", "cutoff", "cut-off", "shootout", "shoot-out", "superpole", "hyperpole",
     "transfer", "transferring", "advancing", "advance", "show", "field", "race", "dash", "berth",
     "round", "session", "segment", "duels", "qualify", "making", "spot", "ten", "twelve"}
)  # fmt: skip
OTHERS: Final = frozenset({"<DRIVER>", ";", ":"})
"""From here on something else is told."""
BACK, AHEAD = 10, 7
"""Items before and after a gap in which is told what was missed."""


def cut_missed(frame: Frame, place: int) -> str | None:
    """What was missed by the gap at an item: "cut", "pole", "place", "out" or "it"."""
    keys = frame.keys
    if place + 1 < len(keys) and keys[place + 1] in AWAY:
        return "cut" if _is_from_cut(keys[place + 2 : place + AHEAD]) else None
    for at in range(place - 1, max(0, place - BACK) - 1, -1):
        if keys[at] in OTHERS:
            return None
        if keys[at] in MISSED:
            return _what(frame, at, place)
    return None


def _is_from_cut(keys: Sequence[str]) -> bool:
    """Whether a cut stands in the words behind "short of", before anybody else is named."""
    return not CUTS.isdisjoint(takewhile(lambda key: key not in OTHERS, keys))


def _what(frame: Frame, at: int, place: int) -> str:
    """What stands between the word that tells of missing and the gap."""
    between = frame.keys[at + 1 : place]
    if not CUTS.isdisjoint(between):
        return "cut"
    if "<POSITION>" in between:
        return "pole" if frame.values.get(at + 1 + between.index("<POSITION>")) == "1" else "place"
    return "out" if "out" in between else "it"
