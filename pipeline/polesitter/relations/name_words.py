"""The words right beside all names of each competitor, as signs of who has a record.

"Won by Lee", "for owner Lee", "Lee, who won here last year": what stands next to a name says
what its bearer is in the report, wherever the rest of the sentence leads.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from polesitter.relations.frame import Frame
from polesitter.relations.signs import Each, Part

BESIDE: Final = tuple([Each([(side,)]) for side in ("l:", "l2:", "r:", "r2:")])
"""The item on the left, the two there, the item on the right, the two there."""
Sides = tuple[set[str], set[str], set[str], set[str]]


def words_beside_names(
    frames: Sequence[Frame], head_of: Mapping[int, str]
) -> Mapping[str, list[Part]]:
    """Competitor -> what stands on either side of its names; see `View.head_of`."""
    beside: dict[str, Sides] = defaultdict(_none)
    for frame in frames:
        for at in frame.heads:
            far, left, _, right, further = frame.padded[at : at + 5]
            one, two, other, both = beside[head_of[frame.sentence.items[at].mention]]
            one.add(left)
            two.add(f"{far} {left}")
            other.add(right)
            both.add(f"{right} {further}")
    return {
        who: [(family, words, ()) for family, words in zip(BESIDE, sides, strict=True)]
        for who, sides in beside.items()
    }


def _none() -> Sides:
    return set(), set(), set(), set()
