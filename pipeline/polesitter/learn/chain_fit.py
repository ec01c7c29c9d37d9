"""Fitting linear-chain conditional random fields: L2-regularised likelihood by L-BFGS.

Lafferty, McCallum and Pereira 2001. Links of which nobody knows the state count with all
their states (as hidden ones do in Quattoni and others 2007). Many chains are gone through at
once, as arrays (chains, links, states); shorter ones are filled up.
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.linear import LinearModel
from polesitter.learn.chain_table import Chains, Taught
from polesitter.learn.fit import STEPS, Floats, linear_model, minimise, never
from polesitter.learn.one_thread import one_thread
from polesitter.relations.chain_signs import WAYS

Ints = NDArray[np.int64]
AT_ONCE = 40
"""Chains of about one length that are gone through together."""
SMALLEST = 0.04
"""Weights below this are left out; those of steps are small, and add up along a chain."""
HIGHEST = 30.0
"""Log-odds beyond which nothing is surer."""


@one_thread
def fit_chains(
    chains: Chains, classes: Sequence[str], left_out: Collection[int], *, l2: float, min_count: int
) -> LinearModel:
    """Fit the weights of states and steps together, on all folds but some.

    Deterministic: the same chains give the same weights. See `fit_examples` for what is left out.
    """
    taught = chains.without(left_out)
    if not taught:
        return never(classes)
    rows = chains.rows.without(left_out)
    columns = rows.seen(min_count)
    signs = chains.rows.signs[:, columns]
    transposed = signs.T.tocsr()
    batches = list(_batches(taught))

    def loss(table: Floats) -> tuple[float, Floats]:
        odds = np.exp(np.clip(signs @ table[:, 0], -HIGHEST, HIGHEST))
        slopes = np.zeros(len(odds))
        value = sum([batch.add_slopes(odds, slopes) for batch in batches])
        return value, (transposed @ slopes)[:, None]

    seen = rows.signs[:, columns].T @ rows.weight
    found = minimise(loss, seen, 1, l2, STEPS)
    return linear_model([rows.names[column] for column in columns], found, classes, SMALLEST)


def _batches(taught: Sequence[Taught]) -> Iterator["_Batch"]:
    by_size = sorted(taught, key=_size)
    for at in range(0, len(by_size), AT_ONCE):
        yield _Batch(by_size[at : at + AT_ONCE])


def _size(chain: Taught) -> tuple[int, int, int]:
    links, states = chain.right.shape
    return states, links, chain.start


class _Batch:
    """Chains gone through together; arrays are (chains, links, states) or (…, ways)."""

    def __init__(self, taught: Sequence[Taught]) -> None:
        n = len(taught)
        links = max(chain.right.shape[0] for chain in taught)
        states = max(chain.right.shape[1] for chain in taught)
        self.weight = np.array([chain.weight for chain in taught], dtype=np.float64)
        self.right = np.zeros((n, links, states))
        self.real = np.zeros((n, links, states))
        self.rows: Ints = np.full((n, links, states), -1, dtype=np.int64)
        self.steps: Ints = np.full((n, links, len(WAYS)), -1, dtype=np.int64)
        for at, chain in enumerate(taught):
            self._put(at, chain)
        # Links beyond a chain's end take none after anything, and so change nothing.
        beyond = self.real.sum(axis=2) == 0.0
        self.real[beyond, 0] = 1.0
        self.right[beyond, 0] = 1.0

    def _put(self, at: int, chain: Taught) -> None:
        links, states = chain.right.shape
        told = links * (states - 1)
        self.right[at, :links, :states] = chain.right
        self.real[at, :links, :states] = 1.0
        self.rows[at, :links, 1:states] = chain.start + np.arange(told).reshape(links, -1)
        steps = np.arange((links - 1) * len(WAYS)).reshape(links - 1, len(WAYS))
        self.steps[at, 1:links] = chain.start + told + steps

    def add_slopes(self, odds: Floats, slopes: Floats) -> float:
        """The loss of the chains by the odds of all rows; its slopes are added to `slopes`."""
        told = np.where(self.rows >= 0, odds[self.rows], 1.0)
        steps = np.where(self.steps >= 0, odds[self.steps], 1.0)
        whole, states, ways = _expected(told * self.real, steps)
        hits, right_states, right_ways = _expected(told * self.right, steps)
        weight = self.weight[:, None, None]
        for places, expected, observed in (
            (self.rows, states, right_states),
            (self.steps, ways, right_ways),
        ):
            known = places >= 0
            slopes[places[known]] += ((expected - observed) * weight)[known]
        return float(self.weight @ (whole - hits))


def _expected(told: Floats, steps: Floats) -> tuple[Floats, Floats, Floats]:
    """The log of each chain's summed odds, and how often states and ways are to be expected."""
    links = told.shape[1]
    ahead, behind = np.empty_like(told), np.ones_like(told)
    scale = np.empty(told.shape[:2])
    for link in range(links):
        odds = told[:, link]
        if link:
            odds = odds * _on(ahead[:, link - 1], steps[:, link])
        scale[:, link] = odds.sum(axis=1)
        ahead[:, link] = odds / scale[:, link, None]
    back = steps[:, :, [0, 2, 1, 3, 4]]
    for link in range(links - 1, 0, -1):
        rest = told[:, link] * behind[:, link] / scale[:, link, None]
        behind[:, link - 1] = _on(rest, back[:, link])
    ways = np.zeros_like(steps)
    if links > 1:
        after = (told * behind)[:, 1:] / scale[:, 1:, None]
        ways[:, 1:] = _pairs(ahead[:, :-1], after) * steps[:, 1:]
    return np.log(scale).sum(axis=1), ahead * behind, ways


def _on(odds: Floats, step: Floats) -> Floats:
    """The odds of the states one step on, whatever was before; ways as in WAYS."""
    none, values = odds[:, :1], odds[:, 1:]
    whole = values.sum(axis=1, keepdims=True)
    nn, nv, vn, vv, vw = (step[:, way, None] for way in range(len(WAYS)))
    return np.concatenate(
        [nn * none + vn * whole, nv * none + vv * values + vw * (whole - values)], axis=1
    )


def _pairs(before: Floats, after: Floats) -> Floats:
    """The summed odds of the pairs of states that each way joins."""
    whole, rest = before[:, :, 1:].sum(axis=2), after[:, :, 1:].sum(axis=2)
    alike = (before[:, :, 1:] * after[:, :, 1:]).sum(axis=2)
    none, then = before[:, :, 0], after[:, :, 0]
    pairs: Floats = np.stack(
        [none * then, none * rest, whole * then, alike, whole * rest - alike], axis=2
    )
    return pairs
