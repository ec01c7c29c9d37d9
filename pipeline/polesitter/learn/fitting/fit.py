"""Fitting linear models: L2-regularised maximum likelihood by L-BFGS, deterministic."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from polesitter.entities.linear import LinearModel
from polesitter.learn.fitting.one_thread import one_thread
from polesitter.learn.fitting.sign_table import Examples

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Loss: TypeAlias = Callable[[Floats], tuple[float, Floats]]
"""Weights, (columns, classes less the first) -> the loss there, and its slopes."""

SMALLEST = 0.05
"""Weights below this are left out: most are, and held out nothing is lost. Those that are small
tell something together."""
NEVER = -10.0
"""Bias of a model that has seen no example: what nobody taught is not believed."""
CURVATURE = 0.05
"""Taken for the mean of chance * (1 - chance) over rows: most are clear."""
STEPS = 60
"""Held out, as good as going on until nothing changes."""


@one_thread
def fit_examples(
    examples: Examples,
    classes: Sequence[str],
    *,
    l2: float = 1.0,
    min_count: int = 2,
    compete: bool = False,
    steps: int = STEPS,
    smallest: float | None = None,
) -> LinearModel:
    """Fit a softmax, or (`compete`) a choice among the rows of each group or none of them.

    Features seen in fewer than `min_count` rows are dropped, and those whose weights are
    all below `smallest`, SMALLEST if left out. Minimises the mean-free sum of log losses
    plus l2/2 |w|^2 (Malouf 2002, L-BFGS for maximum entropy models).
    In a choice (conditional logit), a row may be chosen in any of `classes[1:]`;
    `classes[0]` is "none of the group". Where several rows of a group are right, their
    summed probability counts (McFadden 1974; ranking for coreference as in Denis and
    Baldridge 2007).
    """
    if not len(examples):
        return never(classes)
    columns = examples.seen(min_count)
    signs = examples.signs[:, columns]
    loss = (_choice_loss if compete else _softmax_loss)(signs, examples, len(classes) - 1)
    found = minimise(loss, signs.T @ examples.weight, len(classes) - 1, l2, steps)
    return linear_model([examples.names[column] for column in columns], found, classes, smallest)


def never(classes: Sequence[str]) -> LinearModel:
    """Return the model of what nobody taught."""
    return LinearModel(classes, {"": (NEVER,) * (len(classes) - 1)})


def linear_model(
    names: Sequence[str], found: Floats, classes: Sequence[str], smallest: float | None = None
) -> LinearModel:
    """Return the model of some weights, (names, classes less the first), small ones left out."""
    least = SMALLEST if smallest is None else smallest
    telling = np.flatnonzero(np.abs(found).max(axis=1) >= least)
    table = {names[row]: tuple(found[row].tolist()) for row in telling.tolist()}
    table[""] = tuple(found[0].tolist())
    return LinearModel(classes, table)


def minimise(loss: Loss, seen: Floats, n_classes: int, l2: float, steps: int) -> Floats:
    """Return the weights, (columns, classes), of least loss and squares; the bias is free.

    They are sought in coordinates in which the loss is about as steep in every direction,
    as in logistic.py. `seen`: in how many rows each column stands.
    """
    shrinking = np.full((len(seen), 1), l2)
    shrinking[0] = 0.0
    basis = 1.0 / np.sqrt(CURVATURE * seen[:, None] + shrinking)

    def in_basis(flat: Floats) -> tuple[float, Floats]:
        table = basis * flat.reshape(len(seen), n_classes)
        value, slopes = loss(table)
        value += 0.5 * float((shrinking * table**2).sum())
        return value, (basis * (slopes + shrinking * table)).ravel()

    start = np.zeros(len(seen) * n_classes)
    result = minimize(in_basis, start, jac=True, method="L-BFGS-B", options={"maxiter": steps})
    return np.asarray(basis * result.x.reshape(len(seen), n_classes))


def _softmax_loss(signs: csr_matrix, examples: Examples, n_classes: int) -> Loss:
    transposed = signs.T.tocsr()
    right = _right(examples.wanted, n_classes)
    weight = examples.weight

    def loss(table: Floats) -> tuple[float, Floats]:
        logits = signs @ table
        top = np.maximum(logits.max(axis=1), 0.0)
        odds = np.exp(logits - top[:, None])
        total = np.exp(-top) + odds.sum(axis=1)
        value = float(weight @ (np.log(total) + top - (logits * right).sum(axis=1)))
        return value, transposed @ ((odds / total[:, None] - right) * weight[:, None])

    return loss


def _choice_loss(signs: csr_matrix, examples: Examples, n_classes: int) -> Loss:
    transposed = signs.T.tocsr()
    right = _right(examples.wanted, n_classes)
    _, first, group = np.unique(examples.rivals, return_index=True, return_inverse=True)
    weight = examples.weight[first]
    unanswered = (np.bincount(group, right.sum(axis=1)) == 0).astype(np.float64)

    def loss(table: Floats) -> tuple[float, Floats]:
        odds = np.exp(np.clip(signs @ table, -30, 30))
        hit = odds * right
        total = 1.0 + np.bincount(group, odds.sum(axis=1))
        hits = unanswered + np.bincount(group, hit.sum(axis=1))
        value = float(weight @ (np.log(total) - np.log(hits)))
        expected = odds * (weight / total)[group, None]
        observed = hit * (weight / hits)[group, None]
        return value, transposed @ (expected - observed)

    return loss


def _right(wanted: Ints, n_classes: int) -> Floats:
    """Return 1 at the class of each row, (rows, classes); those of the first have none."""
    right: Floats = (wanted[:, None] == np.arange(1, n_classes + 1)).astype(np.float64)
    return right
