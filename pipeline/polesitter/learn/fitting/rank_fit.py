"""Fitting chains of ranks: conditional random fields whose states are ranks, or none.

Lafferty, McCallum and Pereira 2001: L2-regularised likelihood by L-BFGS. What is to be
expected of chains is counted in rank_batch; relations/ranks/odds.py tells of states and steps.
"""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from polesitter.entities.linear import LinearModel
from polesitter.learn.fitting.fit import CURVATURE, Floats, linear_model, never
from polesitter.learn.fitting.one_thread import one_thread
from polesitter.learn.fitting.rank_batch import RankRows, batches_of
from polesitter.learn.fitting.rank_table import RankChains
from polesitter.learn.fitting.sign_table import Examples
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.ranks.judge import HIGHEST, RANKED, STEPPED
from polesitter.relations.ranks.odds import SAME, WAYS

L2 = 30.0
STEPS = 30
"""Held out, as good as going on until nothing changes."""
SEEN_RANKS, SEEN_STEPS = 2.0, 10.0
"""How often a sign must have been seen; steps have very many."""
SMALLEST = 0.04
"""Weights below this are left out; they add up along a chain."""


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
    batches = list(batches_of(taught))
    n_rows = (len(chains.ranks), len(chains.steps))
    seen = RankRows.empty(*n_rows)
    right = RankRows.empty(*n_rows)
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
        odds = RankRows(
            _odds(ranks.signs @ weights[:cut]),
            _odds(steps.signs @ weights[cut:].reshape(-1, len(WAYS))),
        )
        expected = RankRows.empty(*n_rows)
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
