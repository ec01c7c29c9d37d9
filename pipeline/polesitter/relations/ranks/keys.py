"""The keys of what speaks for each rank of a competitor, made once for all that is alike."""

from bisect import bisect
from collections.abc import Mapping
from itertools import repeat
from typing import Final

from polesitter.relations.all_told.place_signs import FORWARD, coarse, fine
from polesitter.relations.ranks.evidence import FURTHEST, RankEvidence
from polesitter.relations.ranks.order import Timed
from polesitter.relations.ranks.signs import UNTIMED, RankKey

NTH: Final = 4
"""Ranks before or behind an expected one, from which on it is the same."""
SLOWER: Final = 2
"""Slower ones beyond whom their number tells no more."""
MIDDLE: Final = 2 * FURTHEST
CLIPPED: Final = [max(-NTH, min(NTH, apart)) for apart in range(-MIDDLE, MIDDLE)]
"""Differences from -MIDDLE on as they are told."""
GROUPS: Final = [bisect(FORWARD, rank) for rank in range(FURTHEST + 1)]
FURTHER: Final = (0, 1, 4)
"""Ranks further than the last sure one by more than these are further in a new way."""


class RankKeys:
    """Makes the keys of all ranks of the competitors of one report."""

    def __init__(self, evidence: RankEvidence) -> None:
        self.evidence = evidence
        surest = evidence.surest
        self.places = [
            (
                GROUPS[rank],
                rank == 1,
                rank in evidence.numbers,
                sum([rank > surest + further for further in FURTHER]),
            )
            for rank in range(1, evidence.last + 1)
        ]
        self._untimed = [UNTIMED] * evidence.last
        self._anywhere: dict[str, list[RankKey]] = {}
        self._rivals: dict[str | None, list[int]] = {}

    def of(self, who: str, sentence: int) -> list[RankKey]:
        """The keys of ranks 1, 2, … of a competitor where a sentence names it.

        Where the sentence itself tells no rank they are one and the same list.
        """
        keys = self._anywhere.get(who)
        if keys is None:
            keys = self._anywhere[who] = self._keys(who)
        here = self.evidence.here
        own = self.evidence.stated.get(who, ())
        told = [rank for rank in own if (who, rank, sentence) in here]
        if told:
            keys = keys.copy()
            for rank in told:
                keys[rank - 1] = (fine(here[who, rank, sentence]), *keys[rank - 1][1:])
        return keys

    def _keys(self, who: str) -> list[RankKey]:
        evidence = self.evidence
        last = evidence.last
        car_class = evidence.class_of.get(who)
        stated = evidence.stated.get(who, {})
        best, at = max([(chance, -rank) for rank, chance in stated.items()], default=(0.0, 0))
        of_best = coarse(best)
        segment = evidence.segment.get(who, "-")
        driver = who in evidence.drivers
        later = _apart_from(evidence.nth.get(who, 0), last)
        among = _apart_from(evidence.named.get(car_class, 0), last)
        timed = self._timed(evidence.timed, who, 1)
        gap = self._timed(evidence.apart, who, 2)
        rivals = self._rivals_of(car_class)
        if stated:
            rivals = rivals.copy()
            for rank in stated:
                rivals[rank - 1] = coarse(evidence.rival(who, rank))
        none, way, back = repeat(0), repeat("-"), max(0, -at - 1)
        ways = ["back"] * back + ["ahead"] * (last - back) if of_best else way
        keys: list[RankKey] = list(
            zip(
                none, none, none, repeat(of_best), ways, rivals, none, none, none, self.places,
                later, timed, gap, among, repeat(segment), repeat(driver),
            )
        )  # fmt: skip
        order, grid = evidence.order.get(who, {}), evidence.grid.get(who, {})
        if stated or order or grid:
            position, implied = evidence.position.get(who, {}), evidence.implied.get(who, {})
            likeliest = sorted([(-chance, rank) for rank, chance in stated.items()])
            for rank in {*stated, *order, *grid}:
                if rank <= last:
                    other, at = next((one for one in likeliest if one[1] != rank), (0.0, 0))
                    of_other = coarse(-other)
                    key = keys[rank - 1]
                    keys[rank - 1] = (
                        0, fine(stated.get(rank, 0.0)), coarse(order.get(rank, 0.0)), of_other,
                        "-" if not of_other else "back" if at > rank else "ahead", key[5],
                        fine(position.get(rank, 0.0)), coarse(implied.get(rank, 0.0)),
                        coarse(grid.get(rank, 0.0)), *key[9:],
                    )  # fmt: skip
        return keys

    def _rivals_of(self, car_class: str | None) -> list[int]:
        """For each rank how surely it is told of anybody of a class."""
        rivals = self._rivals.get(car_class)
        if rivals is None:
            taken = self.evidence.taken
            rivals = self._rivals[car_class] = [
                coarse(taken[car_class, rank][0][0]) if (car_class, rank) in taken else 0
                for rank in range(1, self.evidence.last + 1)
            ]
        return rivals

    def _timed(self, known: Mapping[str, Timed], who: str, first: int) -> list[tuple[int, int]]:
        """How far each rank is behind the one that times say, and how many are slower.

        `first`: the rank of who has none quicker: 2 by gaps to the leader.
        """
        if who not in known:
            return self._untimed
        quicker, slower = known[who]
        told = min(slower, SLOWER)
        return list(zip(_apart_from(first + quicker, self.evidence.last), repeat(told)))


def _apart_from(expected: int, last: int) -> list[int]:
    """How far ranks 1 to `last` are behind an expected one, as told."""
    start = MIDDLE + 1 - min(expected, FURTHEST)
    return CLIPPED[start : start + last]
