"""Fitting chains of ranks: conditional random fields whose states are ranks, or none.

Lafferty, McCallum and Pereira 2001: L2-regularised likelihood by L-BFGS. Many chains are
gone through at once, as arrays (chains, ranks); shorter ones are filled up. See
relations/rank_odds.py for the states and steps.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from polesitter.entities.linear import LinearModel
from polesitter.learn.fit import CURVATURE, Floats, linear_model, never
from polesitter.learn.one_thread import one_thread
from polesitter.learn.rank_table import NOBODY, RankChains, TaughtRanks
from polesitter.learn.sign_table import Examples
from polesitter.relations.meanings import MEANINGS
from polesitter.relations.rank_evidence import FURTHEST
from polesitter.relations.rank_judge import RANKED, STEPPED
from polesitter.relations.rank_odds import AHEAD, BEHIND, FURTHER, SAME, WAYS
from polesitter.relations.step_signs import PARITIES, parity_of

Ints = NDArray[np.int64]
L2 = 30.0
STEPS = 30
"""Held out, as good as going on until nothing changes."""
SEEN_RANKS, SEEN_STEPS = 2.0, 10.0
"""How often a sign must have been seen; steps have very many."""
SMALLEST = 0.04
"""Weights below this are left out; they add up along a chain."""
AT_ONCE = 96
"""Chains of about one length that are gone through together."""
HIGHEST = 25.0
"""Log-odds beyond which nothing is surer."""
PARITY_OF = np.array([parity_of(rank) for rank in range(1, FURTHEST + 1)])


class RankModels(NamedTuple):
    """What is fitted together: what speaks for ranks, and what for steps."""

    ranks: LinearModel
    steps: LinearModel


@one_thread
def fit_ranks(chains: RankChains, left_out: Collection[int]) -> RankModels:
    """Fit the weights of ranks and steps together, on all folds but some.

    Deterministic: the same chains give the same weights.
    """
    rank_classes, step_classes = (("no", *MEANINGS[label]) for label in (RANKED, STEPPED))
    taught = chains.without(left_out)
    if not taught:
        return RankModels(never(rank_classes), never(step_classes))
    batches = list(_batches(taught))
    n_rows = (len(chains.ranks), len(chains.steps))
    seen = _Rows.empty(*n_rows)
    right = _Rows.empty(*n_rows)
    for batch in batches:
        batch.add_seen(seen)
        batch.add_right(right)
    ranks = _columns(chains.ranks, seen.ranks, SEEN_RANKS)
    steps = _columns(chains.steps, seen.steps[:, SAME], SEEN_STEPS)
    cut = len(ranks.names)

    shrinking = np.full(cut + len(WAYS) * len(steps.names), L2)
    shrinking[[0, *range(cut, cut + len(WAYS))]] = 0.0
    often = np.concatenate([ranks.often, np.repeat(steps.often, len(WAYS))])
    basis = 1.0 / np.sqrt(CURVATURE * often + np.maximum(shrinking, 1.0))
    observed = ranks.fold(right.ranks, steps, right.steps)

    def in_basis(flat: Floats) -> tuple[float, Floats]:
        weights = basis * flat
        odds = _Rows(
            _odds(ranks.signs @ weights[:cut]),
            _odds(steps.signs @ weights[cut:].reshape(-1, len(WAYS))),
        )
        expected = _Rows.empty(*n_rows)
        value = sum([batch.add_expected(odds, expected) for batch in batches])
        value += 0.5 * float((shrinking * weights**2).sum()) - float(observed @ weights)
        slopes = ranks.fold(expected.ranks, steps, expected.steps) - observed
        return value, basis * (slopes + shrinking * weights)

    found = minimize(
        in_basis, np.zeros(len(basis)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    weights = basis * found.x
    return RankModels(
        linear_model(ranks.names, weights[:cut, None], rank_classes, SMALLEST),
        linear_model(steps.names, weights[cut:].reshape(-1, len(WAYS)), step_classes, SMALLEST),
    )


class _Rows(NamedTuple):
    """A number for each row of the table of ranks, one of each way for those of steps."""

    ranks: Floats
    steps: Floats

    @classmethod
    def empty(cls, ranks: int, steps: int) -> "_Rows":
        return cls(np.zeros(ranks), np.zeros((steps, len(WAYS))))


class _Columns(NamedTuple):
    """The signs of a table that are learned: their names, and how often they were seen."""

    names: list[str]
    signs: csr_matrix
    transposed: csr_matrix
    often: Floats

    def fold(self, own: Floats, others: "_Columns", theirs: Floats) -> Floats:
        """The sums over rows of ranks and of steps by sign, one after the other."""
        return np.concatenate([self.transposed @ own, (others.transposed @ theirs).ravel()])


def _columns(rows: Examples, seen: Floats, least: float) -> _Columns:
    often = rows.signs.T @ seen
    often[0] = max(often[0], least)
    kept = np.flatnonzero(often >= least)
    signs = rows.signs[:, kept]
    return _Columns([rows.names[at] for at in kept], signs, signs.T.tocsr(), often[kept])


def _odds(logits: Floats) -> Floats:
    odds: Floats = np.exp(np.clip(logits, -HIGHEST, HIGHEST))
    return odds


def _batches(taught: Sequence[TaughtRanks]) -> Iterator["_Batch"]:
    by_size = sorted(range(len(taught)), key=lambda at: (*taught[at].ranks.shape, at))
    for at in range(0, len(by_size), AT_ONCE):
        yield _Batch([taught[number] for number in by_size[at : at + AT_ONCE]])


class _Batch:
    """Chains gone through together; arrays are (links, chains, …)."""

    def __init__(self, taught: Sequence[TaughtRanks]) -> None:
        links = max(len(chain.right) for chain in taught)
        last = max(chain.ranks.shape[1] for chain in taught)
        n = len(taught)
        self.taught = taught
        self.weight = np.array([chain.weight for chain in taught])
        self.ranks: Ints = np.zeros((links, n, last), dtype=np.int64)
        self.none: Ints = np.zeros((links, n), dtype=np.int64)
        self.on: Ints = np.zeros((links, n, len(PARITIES)), dtype=np.int64)
        self.off: Ints = np.zeros((links, n, len(PARITIES)), dtype=np.int64)
        self.real = np.zeros((links, n), dtype=np.bool_)
        self.possible = np.zeros((n, last))
        for at, chain in enumerate(taught):
            here, ranks = chain.ranks.shape
            self.ranks[:here, at, :ranks] = chain.ranks
            self.none[:here, at], self.real[:here, at] = chain.none, True
            self.on[:here, at], self.off[:here, at] = chain.on, chain.off
            self.possible[at, :ranks] = 1.0
        self.parity = PARITY_OF[:last]

    def add_seen(self, seen: _Rows) -> None:
        """Add how often each row of the chains is seen, steps a third for each parity."""
        weight = np.where(self.real, self.weight, 0.0)
        _add(seen.ranks, self.ranks, weight[:, :, None] * self.possible)
        _add(seen.ranks, self.none, weight)
        for rows in (self.on, self.off):
            each = np.repeat(weight[1:, :, None] / len(PARITIES), len(PARITIES), axis=2)
            _add(seen.steps[:, SAME], rows[1:], each)

    def add_right(self, right: _Rows) -> None:
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

    def add_expected(self, odds: _Rows, expected: _Rows) -> float:
        """Add how often each row is to be expected; return the log of all odds, weighed."""
        links = len(self.real)
        ranks = odds.ranks[self.ranks] * self.possible
        none = odds.ranks[self.none]
        # None leads to the first link; chains of one link each know of no steps at all.
        on, off = (
            [np.empty(0), *[self._steps(odds, rows[at]) for at in range(1, links)]]
            for rows in (self.on, self.off)
        )
        held, kept, scale = self._forward(ranks, none, on, off)
        weight = np.where(self.real, self.weight, 0.0)
        n, last = self.possible.shape
        rest_on, rest_off = np.ones((n, last)), np.ones((n, last + 1))
        of_ranks, of_none = np.empty_like(ranks), np.empty_like(none)
        for at in range(links - 1, -1, -1):
            of_ranks[at] = held[at] * rest_on * weight[at, :, None]
            of_none[at] = (kept[at] * rest_off).sum(axis=1) * weight[at]
            if at:
                into = ranks[at] * rest_on / scale[at, :, None]
                skipped = rest_off * (none[at] / scale[at])[:, None]
                weighed = into * weight[at, :, None]
                self._add_steps(expected, self.on[at], on[at], held[at - 1], weighed)
                self._add_steps(expected, self.off[at], off[at], kept[at - 1][:, 1:], weighed)
                whole = into.sum(axis=1, keepdims=True)
                before_on = whole + _leads(into, on[at]) + skipped[:, 1:]
                before_off = whole + skipped
                before_off[:, 1:] += _leads(into, off[at])
                rest_on = np.where(self.real[at, :, None], before_on, rest_on)
                rest_off = np.where(self.real[at, :, None], before_off, rest_off)
        _add(expected.ranks, self.ranks, of_ranks)
        _add(expected.ranks, self.none, of_none)
        return float(self.weight @ np.log(scale).sum(axis=0))

    def _steps(self, odds: _Rows, rows: Ints) -> Floats:
        """The odds, less one, of the steps from each rank: (ways, chains, ranks)."""
        table: Floats = odds.steps[rows].transpose(2, 0, 1)[:, :, self.parity] - 1.0
        return table

    def _forward(
        self, ranks: Floats, none: Floats, on: Sequence[Floats], off: Sequence[Floats]
    ) -> tuple[Floats, Floats, Floats]:
        """The odds of the states at each link by all before it, and what they were divided by."""
        links, n, last = ranks.shape
        held, kept = np.empty((links, n, last)), np.empty((links, n, last + 1))
        scale = np.ones((links, n))
        for at in range(links):
            if at:
                before, passed = held[at - 1], kept[at - 1]
                whole = (before.sum(axis=1) + passed.sum(axis=1))[:, None]
                own = (whole + _led(before, on[at]) + _led(passed[:, 1:], off[at])) * ranks[at]
                over = passed.copy()
                over[:, 1:] += before
                over *= none[at][:, None]
            else:
                own, over = ranks[0], np.zeros((n, last + 1))
                over[:, 0] = none[0]
            whole = own.sum(axis=1) + over.sum(axis=1)
            scale[at] = np.where(self.real[at], whole, 1.0)
            held[at], kept[at] = own / scale[at, :, None], over / scale[at, :, None]
            if at:
                beyond = ~self.real[at]
                held[at, beyond], kept[at, beyond] = held[at - 1, beyond], kept[at - 1, beyond]
        return held, kept, scale

    def _add_steps(
        self, expected: _Rows, rows: Ints, steps: Floats, before: Floats, into: Floats
    ) -> None:
        """Add how often each step to a link is to be expected, by its way and parity."""
        behind, ahead, same, further = steps + 1.0
        taken = np.zeros((len(WAYS), *before.shape))
        taken[BEHIND, :, :-1] = before[:, :-1] * behind[:, :-1] * into[:, 1:]
        taken[AHEAD, :, 1:] = before[:, 1:] * ahead[:, 1:] * into[:, :-1]
        taken[SAME] = before * same * into
        taken[FURTHER, :, :-2] = before[:, :-2] * further[:, :-2] * _beyond(into)
        for parity in range(len(PARITIES)):
            sums = taken[:, :, self.parity == parity].sum(axis=2)
            for way in WAYS:
                np.add.at(expected.steps[:, way], rows[:, parity], sums[way])


def _add(sums: Floats, rows: Ints, values: Floats) -> None:
    """Add values to the sums of their rows."""
    sums += np.bincount(rows.ravel(), values.ravel(), minlength=len(sums))


def _led(odds: Floats, steps: Floats) -> Floats:
    """What the steps from all ranks add to each rank they lead to."""
    behind, ahead, same, further = steps
    led: Floats = odds * same
    led[:, 1:] += (odds * behind)[:, :-1]
    led[:, :-1] += (odds * ahead)[:, 1:]
    led[:, 2:] += (odds * further)[:, :-2].cumsum(axis=1)
    return led


def _leads(odds: Floats, steps: Floats) -> Floats:
    """What the steps from each rank find at all ranks they lead to."""
    behind, ahead, same, further = steps
    leads: Floats = odds * same
    leads[:, :-1] += behind[:, :-1] * odds[:, 1:]
    leads[:, 1:] += ahead[:, 1:] * odds[:, :-1]
    leads[:, :-2] += further[:, :-2] * _beyond(odds)
    return leads


def _beyond(odds: Floats) -> Floats:
    """The summed odds of all ranks at least two behind each, but for the last two."""
    sums: Floats = odds[:, :1:-1].cumsum(axis=1)[:, ::-1]
    return sums
