"""One team or car told of several competitors: "the Rehagen Mustangs of Blackwood and Petty".

Who is named last in a run of names stands far from what is told of all of them; what counts
is how the run as a whole stands beside it, and whether the words tell of one car or of more.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from polesitter.relations.reading.bare import NAMING
from polesitter.relations.reading.runs import Run, runs_of
from polesitter.relations.signs.family import Family, Part
from polesitter.text.plural import is_plural
from polesitter.types import Mention

SHARED: Final = frozenset({"<TEAM>", "<CAR>"})
"""Keys of what several competitors may have."""
JOINTS: Final = NAMING | {",", "and", "&", "plus", "<POSITION>", "/", "-"}
"""What stands between the competitors of one run."""
MANY: Final = frozenset(
    {"cars", "entries", "drivers", "machines", "duo", "trio", "pair", "twosome", "threesome",
     "quartet", "men", "women", "teammates", "team-mates", "trucks", "pairing", "contingent",
     "squad", "stable", "camp", "boys", "twins", "runners", "colleagues", "stablemates"}
)  # fmt: skip
"""What tells that more than one car of a team is meant."""
ONE, SOME = "one", "some"
"""How many cars a team or car tells of."""
LONGEST_RUN, MOST_CROSSED = 4, 3


class Standing(NamedTuple):
    """How a head and a team or car of its sentence stand to each other.

    `order`: "hv" where the head stands first. `tells`: of one car or of some. `rank`: of the
    head in its run, counted from the team or car; `length`: of the run. `crossed`: heads in
    between.
    """

    order: str
    tells: str
    rank: int
    length: int
    crossed: int


def _several(told: Standing) -> Iterator[str]:
    start = f"several {told.order} {told.tells}"
    yield from (start, f"{start} crossed:{told.crossed}")
    yield f"{start} rank:{told.rank} of:{told.length} crossed:{told.crossed}"
    yield f"{start} apart:{told.crossed - told.rank}"


def _family(order: str, tells: str, nearest: str) -> Family:
    """The signs of the words at the edge of a run, and beside the team or car."""
    tag = f"{order} {tells} {nearest} "
    starts = ("several edge:", "several edge2:", "several vr:", "several vl:")
    return Family([(f"{start}{tag}",) for start in starts], [_several])


SIGNS: Final = {
    (order, tells, first): _family(order, tells, "0" if first else "1")
    for order in ("hv", "vh")
    for tells in (ONE, SOME)
    for first in (True, False)
}
"""By order, how many cars are told of, and whether the head is the first of its run."""


class Several:
    """The runs of names of one sentence, and how many cars each of its teams and cars tells of.

    `cars`: the cars told, by place.
    """

    def __init__(
        self, keys: Sequence[str], heads: Sequence[int], cars: Mapping[int, Mention]
    ) -> None:
        self.keys, self.heads = keys, heads
        self.runs: list[Run] = []
        """Of each head the run that it is of."""
        for first, last in runs_of(keys, heads, JOINTS):
            self.runs.extend([(first, last)] * (last - first + 1))
        self.plural = {at for at, mention in cars.items() if is_plural(mention.text)}

    def count(self, place: int) -> str:
        """Whether one car or some are told of by the team or car at a place."""
        after = place + 1
        if place in self.plural or after in self.plural:
            return SOME
        return SOME if after < len(self.keys) and self.keys[after] in MANY else ONE

    def part(self, rank: int, place: int) -> Part:
        """What the head of a rank and its run tell beside the team or car at a place."""
        keys, heads = self.keys, self.heads
        first, last = self.runs[rank]
        before = bisect_left(heads, place)
        crossed = abs(before - rank) - (heads[rank] < place)
        if heads[rank] > place:
            first = max(first, before)
            order, nth, edge = "vh", rank - first, keys[place + 1 : heads[first]][-2:]
        else:
            last = min(last, before - 1)
            order, nth, edge = "hv", last - rank, keys[heads[last] + 1 : place][:2]
        told = Standing(
            order, self.count(place), min(nth, LONGEST_RUN),
            min(last - first + 1, LONGEST_RUN), min(crossed, MOST_CROSSED),
        )  # fmt: skip
        right = keys[place + 1] if place + 1 < len(keys) else "$"
        left = keys[place - 1] if place else "^"
        words = (edge[-1] if edge else "-", " ".join(edge), right, left)
        return SIGNS[order, told.tells, not nth], words, (told,)
