"""Multinomial logistic regression with an L2 penalty, fitted by L-BFGS from zero.

The coefficients are fitted in coordinates in which the loss is about as steep in every
direction: some features stand in every row and some in two, and L-BFGS would need ten
times the steps to tell them apart by itself.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular
from scipy.optimize import minimize
from scipy.sparse import diags_array, issparse

from polesitter.learn.one_thread import one_thread

Floats = NDArray[np.float64]
Matrix: TypeAlias = Any
"""A sparse array or a dense one, (rows, inputs); scipy has no types for mypy."""

CURVATURE = 0.05
"""Taken for the mean of chance * (1 - chance) over rows and classes: most rows are clear."""


@one_thread
def fit_logistic(
    inputs: Matrix,
    labels: NDArray[np.int64],
    classes: int,
    *,
    penalty: float,
    weights: NDArray[np.float32] | Floats | None = None,
    steps: int = 100,
) -> Floats:
    """Return coefficients, shape (inputs, classes), that make the labels most likely.

    `inputs` is (rows, inputs), `labels` a class number per row, `weights` one
    positive number per row (1 where None). The loss is the weighted sum of
    -log p(label) plus half the penalty times the squared coefficients; fewer `steps`
    than it takes to its lowest point leave the coefficients nearer to zero. The same
    data give the same coefficients: there is no randomness in it.
    """
    rows, columns = inputs.shape
    weight = (np.ones(rows) if weights is None else weights).astype(inputs.dtype)
    basis = _even_slopes(inputs, weight, penalty)
    loss = _loss(inputs, labels, classes, weight, penalty)

    def in_basis(flat: Floats) -> tuple[float, Floats]:
        value, gradient = loss(basis @ flat.reshape(columns, classes))
        return value, np.asarray(basis.T @ gradient).ravel()

    start = np.zeros(columns * classes)
    options = {"maxiter": steps, "maxcor": 8}
    found = minimize(in_basis, start, jac=True, method="L-BFGS-B", options=options)
    return np.asarray(basis @ found.x.reshape(columns, classes))


def _even_slopes(inputs: Matrix, weight: NDArray[Any], penalty: float) -> Matrix:
    """Return the basis, (inputs, inputs), in which the bound on the curvature is the identity.

    The bound is that of Böhning (1992), of whose matrix only the diagonal is taken where
    the inputs are sparse.
    """
    if issparse(inputs):
        slopes = (inputs * inputs).T @ weight
        return diags_array(1 / np.sqrt(CURVATURE * slopes.astype(np.float64) + penalty))
    slopes = np.asarray((inputs * weight[:, None]).T @ inputs, dtype=np.float64)
    lower = np.linalg.cholesky(CURVATURE * slopes + penalty * np.eye(len(slopes)))
    return solve_triangular(lower, np.eye(len(slopes)), lower=True).T


def _loss(
    inputs: Matrix,
    labels: NDArray[np.int64],
    classes: int,
    weight: NDArray[Any],
    penalty: float,
) -> Callable[[Floats], tuple[float, Floats]]:
    order = np.arange(inputs.shape[0])
    tiny = np.finfo(inputs.dtype).tiny

    def loss(coefficients: Floats) -> tuple[float, Floats]:
        scores = np.asarray(inputs @ coefficients.astype(inputs.dtype))
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        chances = np.maximum(scores[order, labels], tiny)
        value = -float(weight @ np.log(chances)) + penalty / 2 * float((coefficients**2).sum())
        scores[order, labels] -= 1.0
        scores *= weight[:, None]
        gradient = np.asarray(inputs.T @ scores, dtype=np.float64) + penalty * coefficients
        return value, gradient

    return loss
