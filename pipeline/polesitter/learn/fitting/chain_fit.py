"""Fitting linear-chain conditional random fields: L2-regularised likelihood by L-BFGS.

Lafferty, McCallum and Pereira 2001. Links of which nobody knows the state count with all
their states (as hidden ones do in Quattoni and others 2007). Many chains are gone through at
once, as arrays; shorter ones are filled up.
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.linear import LinearModel
from polesitter.learn.fitting.chain_table import Chains, Taught
from polesitter.learn.fitting.fit import STEPS, Floats, linear_model, minimise, never
from polesitter.learn.fitting.one_thread import one_thread
from polesitter.relations.context.chain import HIGHEST
from polesitter.relations.context.chain_signs import WAYS

Ints = NDArray[np.int64]
AT_ONCE = 200
"""Chains of about one length that are gone through together."""
SMALLEST = 0.04
"""Weights below this are left out; those of steps are small, and add up along a chain."""
SIDES = 2
"""Whatever is true, and what is true by the records: both are gone through at once."""


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
        odds = np.ones(len(chains.rows) + 1)  # the last for what has no row
        np.exp(np.clip(signs @ table[:, 0], -HIGHEST, HIGHEST), out=odds[:-1])
        slopes = np.zeros(len(odds))
        value = sum([batch.add_slopes(odds, slopes) for batch in batches])
        return value, (transposed @ slopes[:-1])[:, None]

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
    """Chains gone through together; arrays are (links, states, chains) or (links, ways, chains).

    So that numbers which are worked on alike lie side by side. What has no row, such as a link
    beyond a chain's end, has row -1.
    """

    def __init__(self, taught: Sequence[Taught]) -> None:
        n = len(taught)
        links = max(chain.right.shape[0] for chain in taught)
        states = max(chain.right.shape[1] for chain in taught)
        self.weight = np.array([chain.weight for chain in taught], dtype=np.float64)
        self.open = np.zeros((links, states, SIDES, n))
        """1 for the states that a link has, and for those that it may have by the records."""
        self.rows: Ints = np.full((links, states, n), -1, dtype=np.int64)
        self.steps: Ints = np.full((links, len(WAYS), n), -1, dtype=np.int64)
        for at, chain in enumerate(taught):
            self._put(at, chain)
        # Links beyond a chain's end take none after anything, and so change nothing.
        self.open[:, 0][self.open.sum(axis=1) == 0.0] = 1.0

    def _put(self, at: int, chain: Taught) -> None:
        links, states = chain.right.shape
        told = links * (states - 1)
        self.open[:links, :states, 0, at] = 1.0
        self.open[:links, :states, 1, at] = chain.right
        self.rows[:links, 1:states, at] = chain.start + np.arange(told).reshape(links, -1)
        steps = np.arange((links - 1) * len(WAYS)).reshape(links - 1, len(WAYS))
        self.steps[1:links, :, at] = chain.start + told + steps

    def add_slopes(self, odds: Floats, slopes: Floats) -> float:
        """The loss of the chains by the odds of all rows; its slopes are added to `slopes`.

        Both have one number more than there are rows: the odds of what has none, which are 1,
        and a slope that means nothing.
        """
        told = odds[self.rows][:, :, None] * self.open
        logs, states, ways = _expected(told, odds[self.steps])
        for places, expected in ((self.rows, states), (self.steps, ways)):
            slopes[places] += (expected[:, :, 0] - expected[:, :, 1]) * self.weight
        return float(self.weight @ (logs[0] - logs[1]))


def _expected(told: Floats, steps: Floats) -> tuple[Floats, Floats, Floats]:
    """The log of each chain's summed odds, and how often states and ways are to be expected.

    `told`: (links, states, sides, chains); `steps`: (links, ways, chains).
    """
    links = len(told)
    ahead, behind = np.empty_like(told), np.ones_like(told)
    scale = np.empty((links, *told.shape[2:]))
    for link in range(links):
        odds = told[link]
        if link:
            odds = odds * _on(ahead[link - 1], steps[link])
        odds.sum(axis=0, out=scale[link])
        np.divide(odds, scale[link], out=ahead[link])
    after = told[1:]
    back = steps[:, [0, 2, 1, 3, 4]]
    for link in range(links - 1, 0, -1):
        after[link - 1] *= behind[link]
        after[link - 1] /= scale[link]
        behind[link - 1] = _on(after[link - 1], back[link])
    ways = np.zeros((links, len(WAYS), *told.shape[2:]))
    ways[1:] = _pairs(ahead[:-1], after) * steps[1:, :, None]
    return np.log(scale).sum(axis=0), ahead * behind, ways


def _on(odds: Floats, step: Floats) -> Floats:
    """The odds of the states one step on, whatever was before; ways as in WAYS."""
    none, values = odds[0], odds[1:]
    whole = values.sum(axis=0)
    nn, nv, vn, vv, vw = step
    on = np.empty_like(odds)
    on[0] = nn * none + vn * whole
    on[1:] = nv * none + vv * values + vw * (whole - values)
    return on


def _pairs(before: Floats, after: Floats) -> Floats:
    """The summed odds of the pairs of states that each way joins, (links, ways, …)."""
    whole, rest = before[:, 1:].sum(axis=1), after[:, 1:].sum(axis=1)
    alike = (before[:, 1:] * after[:, 1:]).sum(axis=1)
    none, then = before[:, 0], after[:, 0]
    pairs: Floats = np.stack(
        [none * then, none * rest, whole * then, alike, whole * rest - alike], axis=1
    )
    return pairs
