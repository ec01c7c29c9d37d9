"""The words beside all names of each competitor, as signs of who has a record.

"Won by Lee", "for owner Lee", "Lee, who won here last year": what stands next to a name says
what its bearer is in the report, wherever the rest of the sentence leads. A few words further
off it matters less on which of them: "Lee's old crew", "Lee's own crew chief".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Each, Part

BESIDE: Final = tuple([Each([(side,)]) for side in ("l:", "l2:", "r:", "r2:", "nl:", "nr:")])
"""The item on the left, the two there, the item on the right, the two there; each of the
words near on the left, and on the right."""
NEAR: Final = 4
"""Items on a side that are near."""
ENDS: Final = frozenset({".", ";"})
MUTE: Final = frozenset({",", "(", ")", '"', "the", "a", "and", "of"})
"""What tells nothing where it is only near."""
Sides = tuple[set[str], set[str], set[str], set[str], set[str], set[str]]


def words_beside_names(
    frames: Sequence[Frame], head_of: Mapping[int, str]
) -> Mapping[str, list[Part]]:
    """Competitor -> what stands on either side of its names; see `View.head_of`."""
    beside: dict[str, Sides] = defaultdict(_none)
    for frame in frames:
        for at in frame.heads:
            far, left, _, right, further = frame.padded[at : at + 5]
            one, two, other, both, before, after = beside[head_of[frame.sentence.items[at].mention]]
            one.add(left)
            two.add(f"{far} {left}")
            other.add(right)
            both.add(f"{right} {further}")
            before.update(_near(frame, range(at - 1, max(-1, at - 1 - NEAR), -1)))
            after.update(_near(frame, range(at + 1, min(len(frame.keys), at + 1 + NEAR))))
    return {
        who: [(family, words, ()) for family, words in zip(BESIDE, sides, strict=True)]
        for who, sides in beside.items()
    }


def _near(frame: Frame, places: Iterable[int]) -> list[str]:
    """The words at some places of a sentence, up to the next head or the end of a clause."""
    found = []
    for place in places:
        key = frame.keys[place]
        if key in ENDS or place in frame.heads:
            break
        if key not in MUTE:
            found.append(key)
    return found


def _none() -> Sides:
    return set(), set(), set(), set(), set(), set()
