"""Chains of ranks to learn from: their signs as numbers, their truth."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.learn.relation_model.truth import Rows
from polesitter.relations.ranks.chain import RankChain, Way
from polesitter.relations.ranks.signs import rank_part
from polesitter.relations.ranks.step_signs import PARITIES
from polesitter.relations.signs.family import Part

Ints = NDArray[np.int64]
NOBODY = 0
"""The rank of who has none."""


@dataclass(frozen=True, slots=True)
class TaughtRanks:
    """One chain: the numbers of its rows, and the true ranks.

    `ranks`: (links, ranks), `none`: (links,), rows of the table of ranks. `on`, `off`:
    (links, parities), rows of the table of steps to each link; those to the first are not
    used. `right`: (links,), NOBODY for none. `weight`: how often it counts.
    """

    ranks: Ints
    none: Ints
    on: Ints
    off: Ints
    right: Ints
    weight: float
    fold: int


@dataclass(frozen=True, slots=True)
class RankChains:
    """Chains to learn from, and the signs of all their rows: those of ranks, those of steps."""

    ranks: Examples
    steps: Examples
    taught: Sequence[TaughtRanks]

    def without(self, folds: Collection[int]) -> list[TaughtRanks]:
        """The chains of all other folds."""
        return [chain for chain in self.taught if chain.fold not in folds]


class RankTable:
    """Chains as they come, one at a time; rows of the same signs are one."""

    def __init__(self) -> None:
        self._ranks, self._steps = _Rows(), _Rows()
        self._taught: list[TaughtRanks] = []

    def add(self, chain: RankChain, rows: Rows, *, fold: int, weight: float) -> None:
        """Add a chain with what the records `rows` say of it."""
        n = len(chain.links)
        on, off = np.zeros((2, n, len(PARITIES)), dtype=np.int64)
        for at in range(1, n):
            on[at], off[at] = self._way(chain.on[at - 1]), self._way(chain.off[at - 1])
        ranks = [
            [self._ranks.number(key, [rank_part(key)]) for key in keys] for keys in chain.ranks
        ]
        none = [self._ranks.number(_known(part), [part]) for part in chain.none]
        right = [_right(rows, chain, link.competitor) for link in chain.links]
        self._taught.append(
            TaughtRanks(np.array(ranks), np.array(none), on, off, np.array(right), weight, fold)
        )

    def _way(self, way: Way) -> list[int]:
        whole = tuple([_known(part) for part in way.parts])
        if not way.by_parity:
            return [self._steps.number(whole, way.parts)] * len(PARITIES)
        return [
            self._steps.number((whole, _known(part)), (*way.parts, part)) for part in way.by_parity
        ]

    def chains(self) -> RankChains:
        """Return all chains."""
        return RankChains(self._ranks.table.examples(), self._steps.table.examples(), self._taught)


class _Rows:
    """Rows of signs, each known by a key."""

    def __init__(self) -> None:
        self.table = SignTable()
        self._numbers: dict[Hashable, int] = {}

    def number(self, key: Hashable, parts: Iterable[Part]) -> int:
        """The number of a row, which is added where it is new."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            self.table.add_parts(parts, 0)
        return number


def _known(part: Part) -> Hashable:
    family, words, shapes = part
    return family, tuple(sorted(words)) if isinstance(words, set) else tuple(words), shapes


def _right(rows: Rows, chain: RankChain, who: str) -> int:
    """The rank of a competitor by its records; of several the one that is told best."""
    last = chain.evidence.last
    told = chain.evidence.stated.get(who, {})
    known = {int(row["position"]) for row in rows(who) if row["position"]}
    return min(
        [rank for rank in known if rank <= last],
        key=lambda rank: (-told.get(rank, 0.0), rank),
        default=NOBODY,
    )
