"""Places and cars told beside a run of names: as many as names, or one for all of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family, Part

BETWEEN: Final = frozenset({",", "and", "&", "-", "the", "/"})
"""What stands between the places of one run."""
MOST: Final = 4
"""Names and places are counted up to this many."""
SHARED: Final = ("CAR", "TEAM")


def _places(key: tuple[str, int, int]) -> Iterator[str]:
    side, places, names = key
    many = "none" if not places else "one" if places == 1 else str(places - names)
    yield f"{side} places:{many}"


def _count(key: tuple[str, str, str]) -> Iterator[str]:
    side, label, many = key
    yield f"{side}{label} tells:{many}"


PLACES: Final = Family(shapes=[_places])
COUNT: Final = Family(shapes=[_count])


def beside_parts(frame: Frame, names: int, left: range, right: range) -> Iterator[Part]:
    """How many places stand in one go on each side of a run of names, one car or more.

    `left`, `right`: the items up to the next names.
    """
    for name, side in (("l", left), ("r", right)):
        nearest = -1 if name == "l" else 1
        places = _run(_told(frame, "POSITION", side)[::nearest], frame.keys)
        yield (PLACES, (), ((name, places, min(names, MOST)),))
        for label in SHARED:
            told = _told(frame, label, side)[::nearest]
            if told:
                yield (COUNT, (), ((name, label, frame.several.count(told[0])),))


def _told(frame: Frame, label: str, side: range) -> list[int]:
    return [at for at in frame.of_label.get(label, ()) if at in side]


def _run(places: Sequence[int], keys: Sequence[str]) -> int:
    """How many places are told in the run that is the nearest, first of `places`."""
    if not places:
        return 0
    count = 1
    for a, b in pairwise(places):
        if not BETWEEN.issuperset(keys[min(a, b) + 1 : max(a, b)]):
            break
        count += 1
    return min(count, MOST)
