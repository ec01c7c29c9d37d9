"""Classes that have a first of their own: "Lee has the pole. … The best GTS-1 car was that of Ray".

Who was told before such a class was named is hardly of it: somebody else leads it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.context.told_slots import ToldSlot
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family

BEST: Final = frozenset(
    {"fastest", "quickest", "best", "top", "led", "leads", "lead", "headed", "heads", "honours",
     "honors", "fell", "belonged"}
)  # fmt: skip
"""Words that tell who is first, besides a first place."""


def own_poles(
    frames: Sequence[Frame], found: Sequence[Sequence[ToldSlot]], head_of: Mapping[int, str]
) -> dict[str, str]:
    """Value -> who is told to be its first, of all its sentences: somebody "new", "known" or "-".

    `found`: the slots of each sentence. New is who was not named before; with a place more
    where a first place was told before.
    """
    poles: dict[str, str] = {}
    named: set[str] = set()
    first = False
    for frame, own in zip(frames, found, strict=True):
        told = {head_of[frame.sentence.items[at].mention] for at in frame.heads}
        place = _is_first(frame)
        if own and told and (place or not BEST.isdisjoint(frame.keys)):
            kind = "known" if told <= named else "new"
            for which in own:
                known = poles.get(which.value, "-")
                if not known.startswith("new"):
                    poles[which.value] = f"{kind}{'+' if first else ''}"
        first = first or (place and bool(told))
        named |= told
    return poles


def _is_first(frame: Frame) -> bool:
    return any(place == "1" and at not in frame.framings for at, place in frame.values.items())


def _ahead(key: tuple[str, bool, int, bool]) -> Iterator[str]:
    own, section, rank, only = key
    yield from (f"ahead own:{own}", f"ahead own:{own} section:{section}")
    yield from (f"ahead own:{own} r:{min(rank, 1)}", f"ahead own:{own} only:{only}")


OWN_POLE: Final = Family(shapes=[_ahead])
