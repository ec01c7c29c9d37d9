"""Chains of ranks gone through together: how often each of their rows is to be expected.

Forward-backward (Rabiner 1989) over arrays (states, chains, ranks), where a state tells
whether the last link holds its rank or is passed over; shorter chains are filled up. See
relations/ranks/odds.py for the states and the steps between them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from polesitter.learn.fitting.rank_table import NOBODY, TaughtRanks
from polesitter.relations.ranks.evidence import FURTHEST
from polesitter.relations.ranks.odds import AHEAD, BEHIND, FURTHER, HELD, PASSED, SAME, WAYS
from polesitter.relations.ranks.step_signs import PARITIES, parity_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
AT_ONCE = 96
"""Chains that are gone through together."""
SORTED = 5
"""Batches among which chains of about as many ranks are sorted by their length."""
STATES = (HELD, PASSED)
PARITY_OF = np.array([parity_of(rank) for rank in range(1, FURTHEST + 1)])
IS_OF = np.eye(len(PARITIES))[PARITY_OF]
"""Whether each rank is of each parity, (ranks, parities)."""


class RankRows(NamedTuple):
    """A number for each row of the table of ranks, one of each way for those of steps."""

    ranks: Floats
    steps: Floats

    @classmethod
    def empty(cls, ranks: int, steps: int) -> "RankRows":
        """Zeros for so many rows."""
        return cls(np.zeros(ranks), np.zeros((steps, len(WAYS))))


def batches_of(taught: Sequence[TaughtRanks]) -> Iterator["RankBatch"]:
    """All chains, those of about as many ranks and about one length together."""
    by_ranks = sorted(taught, key=lambda chain: chain.ranks.shape[1])
    for start in range(0, len(taught), AT_ONCE * SORTED):
        by_length = sorted(
            by_ranks[start : start + AT_ONCE * SORTED], key=lambda chain: len(chain.right)
        )
        for at in range(0, len(by_length), AT_ONCE):
            yield RankBatch(by_length[at : at + AT_ONCE])


class RankBatch:
    """Chains gone through together; arrays are (links, chains, …)."""

    def __init__(self, taught: Sequence[TaughtRanks]) -> None:
        links = max(len(chain.right) for chain in taught)
        last = max(chain.ranks.shape[1] for chain in taught)
        n = len(taught)
        self.taught = taught
        self.weight = np.array([chain.weight for chain in taught])
        self.ranks: Ints = np.zeros((links, n, last), dtype=np.int64)
        self.none: Ints = np.zeros((links, n), dtype=np.int64)
        # The steps to all links but the first.
        self.steps: Ints = np.zeros((links - 1, len(STATES), n, len(PARITIES)), dtype=np.int64)
        self.real = np.zeros((links, n), dtype=np.bool_)
        self.possible = np.zeros((n, last))
        for at, chain in enumerate(taught):
            here, ranks = chain.ranks.shape
            self.ranks[:here, at, :ranks] = chain.ranks
            self.none[:here, at], self.real[:here, at] = chain.none, True
            self.steps[: here - 1, HELD, at] = chain.on[1:]
            self.steps[: here - 1, PASSED, at] = chain.off[1:]
            self.possible[at, :ranks] = 1.0

    def add_seen(self, seen: RankRows) -> None:
        """Add how often each row of the chains is seen, steps a third for each parity."""
        weight = np.where(self.real, self.weight, 0.0)
        _add(seen.ranks, self.ranks, weight[:, :, None] * self.possible)
        _add(seen.ranks, self.none, weight)
        each = np.broadcast_to(weight[1:, None, :, None], self.steps.shape)
        _add(seen.steps[:, SAME], self.steps, each / len(PARITIES))

    def add_right(self, right: RankRows) -> None:
        """Add how often each row is right by the records."""
        for chain in self.taught:
            last, passed = NOBODY, False
            for at, rank in enumerate(chain.right.tolist()):
                if rank == NOBODY:
                    right.ranks[chain.none[at]] += chain.weight
                    passed = True
                    continue
                right.ranks[chain.ranks[at, rank - 1]] += chain.weight
                if last != NOBODY and rank >= last - 1:
                    rows = chain.off if passed else chain.on
                    way = {-1: AHEAD, 0: SAME, 1: BEHIND}.get(rank - last, FURTHER)
                    right.steps[rows[at, parity_of(last)], way] += chain.weight
                last, passed = rank, False

    def add_expected(self, odds: RankRows, expected: RankRows) -> float:
        """Add how often each row is to be expected; return the log of all odds, weighed."""
        ranks = odds.ranks[self.ranks] * self.possible
        none = odds.ranks[self.none]
        ways = np.ascontiguousarray(np.moveaxis(odds.steps[self.steps], -1, 1))
        told, scale = self._forward(ranks, none, ways - 1.0)
        rest = np.ones(told.shape[1:])
        of_ways = np.empty_like(ways)
        for at in range(len(told) - 1, 0, -1):
            into = ranks[at] * rest[HELD, :, 1:] / scale[at, :, None]
            found = _found(into)
            np.multiply(
                _by_parity(told[at - 1, :, :, 1:], found), ways[at - 1], out=of_ways[at - 1]
            )
            told[at] *= rest
            kept = rest[PASSED] * (none[at] / scale[at])[:, None]
            kept += into.sum(axis=1, keepdims=True)
            before = np.stack([kept, kept])
            of_ranks = self._of_ranks(ways[at - 1] - 1.0)
            before[:, :, 1:] += (of_ranks * found[:, None]).sum(axis=0)
            rest = np.where(self.real[at, :, None], before, rest)
        told[0] *= rest
        weight = np.where(self.real, self.weight, 0.0)
        _add(expected.ranks, self.ranks, told[:, HELD, :, 1:] * weight[:, :, None])
        _add(expected.ranks, self.none, told[:, PASSED].sum(axis=2) * weight)
        of_ways *= weight[1:, None, None, :, None]
        for way in WAYS:
            _add(expected.steps[:, way], self.steps, of_ways[:, way])
        return float(self.weight @ np.log(scale).sum(axis=0))

    def _forward(self, ranks: Floats, none: Floats, ways: Floats) -> tuple[Floats, Floats]:
        """The odds of the states at each link by all before it, and what they were divided by.

        `ways`: the odds, less one, of all steps. Before the first rank stands that of nobody:
        those who hold it are none, the passed keep it until somebody has a rank.
        """
        links, n, last = ranks.shape
        told = np.zeros((links, len(STATES), n, last + 1))
        scale = np.ones((links, n))
        told[0, HELD, :, 1:], told[0, PASSED, :, 0] = ranks[0], none[0]
        for at in range(links):
            here = told[at]
            if at:
                before = told[at - 1]
                either = before.sum(axis=0)
                led = _led((self._of_ranks(ways[at - 1]) * before[:, :, 1:]).sum(axis=1))
                led += either.sum(axis=1, keepdims=True)
                np.multiply(led, ranks[at], out=here[HELD, :, 1:])
                np.multiply(either, none[at][:, None], out=here[PASSED])
            whole = here.sum(axis=(0, 2))
            scale[at] = np.where(self.real[at], whole, 1.0)
            here /= scale[at, :, None]
            if at:
                beyond = ~self.real[at]
                here[:, beyond] = told[at - 1][:, beyond]
        return told, scale

    def _of_ranks(self, of_parities: Floats) -> Floats:
        """What holds for the parity of each rank: (…, parities) -> (…, ranks)."""
        return of_parities.take(PARITY_OF[: self.ranks.shape[2]], axis=-1)


def _by_parity(told: Floats, found: Floats) -> Floats:
    """The sums of `told` times `found` over the ranks of each parity.

    `told`: (states, chains, ranks), `found`: (ways, chains, ranks); the sums are
    (ways, states, chains, parities).
    """
    both = found[:, None] * told
    sums: Floats = both @ IS_OF[: told.shape[-1]]
    return sums


def _led(by_way: Floats) -> Floats:
    """What the steps of each way from all ranks lead to, (ways, chains, ranks), at each rank."""
    led: Floats = by_way[SAME]
    led[:, 1:] += by_way[BEHIND, :, :-1]
    led[:, :-1] += by_way[AHEAD, :, 1:]
    led[:, 2:] += by_way[FURTHER, :, :-2].cumsum(axis=1)
    return led


def _found(odds: Floats) -> Floats:
    """What the steps of each way find from each rank, (ways, chains, ranks)."""
    found = np.zeros((len(WAYS), *odds.shape))
    found[SAME] = odds
    found[BEHIND, :, :-1] = odds[:, 1:]
    found[AHEAD, :, 1:] = odds[:, :-1]
    found[FURTHER, :, :-2] = odds[:, :1:-1].cumsum(axis=1)[:, ::-1]
    return found


def _add(sums: Floats, rows: Ints, values: Floats) -> None:
    """Add values to the sums of their rows."""
    sums += np.bincount(rows.ravel(), values.ravel(), minlength=len(sums))
