"""Values told in one go, "third and fourth": of as many names each has the one in its turn."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from polesitter.relations.signs.family import Family, Part

JOINTS: Final = frozenset({",", "and", "&"})
"""What stands between the values of one list."""
MOST: Final = 4
"""Values beyond which a list is a long one."""


class ValueList(NamedTuple):
    """A list of like values as one of them sees it: its number from 0, and how many there are.

    `before`: heads of the sentence before the list; `behind`: those before its end.
    """

    nth: int
    length: int
    before: int
    behind: int


def list_around(
    keys: Sequence[str], same: Sequence[int], nth: int, heads: Sequence[int]
) -> ValueList | None:
    """The list that the value at `same[nth]` stands in; None where it stands alone."""
    first = last = nth
    while first and _joined(keys, same[first - 1], same[first]):
        first -= 1
    while last + 1 < len(same) and _joined(keys, same[last], same[last + 1]):
        last += 1
    if first == last:
        return None
    before = sum([head < same[first] for head in heads])
    behind = sum([head < same[last] for head in heads])
    return ValueList(nth - first, last - first + 1, before, behind)


def _joined(keys: Sequence[str], one: int, other: int) -> bool:
    return other - one > 1 and JOINTS.issuperset(keys[one + 1 : other])


def _in_turn(key: tuple[str, str, int, bool, bool, bool]) -> Iterator[str]:
    order, turn, length, exact, joined, either = key
    start = f"list {order} {turn}"
    yield from (start, f"{start} exact:{exact}", f"{start} joined:{joined}")
    yield from (f"{start} either:{either}", f"{start} n:{min(length, MOST)}")
    yield f"{start} exact:{exact} joined:{joined} either:{either}"


IN_TURN: Final = Family(shapes=[_in_turn])


def turn_part(told: ValueList, rank: int, runs: Sequence[tuple[int, int]], order: str) -> Part:
    """What a list tells of the head of a rank on one side of it.

    `runs`: of each head of the sentence the run that it is of. `order`: "hv" where the head
    stands before the list. The names in turn are those next to the list, as many as it has values.
    """
    n, heads = told.length, len(runs)
    sides = (told.before, heads - told.behind)
    own, other = sides if order == "hv" else sides[::-1]
    first = told.before - n if order == "hv" else told.behind
    at = rank - first
    joined = own >= n and runs[first] == runs[first + n - 1]
    key = (order, _turn(at, told, own), n, own == n, joined, other >= n)
    return IN_TURN, (), (key,)


def earlier_turn_part(told: ValueList, rank: int, heads: int) -> Part:
    """What a list tells of the head of a rank of an earlier sentence that names so many."""
    at = rank - (heads - told.length)
    return IN_TURN, (), (("focus", _turn(at, told, heads), told.length, heads == told.length,
                          False, False),)  # fmt: skip


def _turn(at: int, told: ValueList, heads: int) -> str:
    """Whether a head is the one in turn, another of the names meant, or none of these."""
    if heads < told.length:
        return "few"
    return "turn" if at == told.nth else "other" if 0 <= at < told.length else "far"
