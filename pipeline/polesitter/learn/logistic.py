"""Multinomial logistic regression with an L2 penalty, fitted by L-BFGS from zero."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Matrix: TypeAlias = Any
"""A csr_matrix or a dense array of floats, (rows, inputs); scipy has no types for mypy."""


def fit_logistic(
    inputs: Matrix,
    labels: NDArray[np.int64],
    classes: int,
    *,
    penalty: float,
    weights: Floats | None = None,
    steps: int = 100,
) -> Floats:
    """Return coefficients, shape (inputs, classes), that make the labels most likely.

    `inputs` is (rows, inputs), `labels` a class number per row, `weights` one
    positive number per row (1 where None). The loss is the weighted sum of
    -log p(label) plus half the penalty times the squared coefficients. The same
    data give the same coefficients: there is no randomness in it.
    """
    rows, columns = inputs.shape
    weight = np.ones(rows) if weights is None else weights
    loss = _loss(inputs, labels, classes, weight, penalty)
    start = np.zeros(columns * classes)
    options = {"maxiter": steps, "maxcor": 8}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options)
    return np.asarray(found.x).reshape(columns, classes)


def _loss(
    inputs: Matrix, labels: NDArray[np.int64], classes: int, weight: Floats, penalty: float
) -> Callable[[Floats], tuple[float, Floats]]:
    rows, columns = inputs.shape
    transposed = csr_matrix(inputs.T) if isinstance(inputs, csr_matrix) else inputs.T
    order = np.arange(rows)

    def loss(flat: Floats) -> tuple[float, Floats]:
        coefficients = flat.reshape(columns, classes)
        scores = np.asarray(inputs @ coefficients)
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        chances = np.maximum(scores[order, labels], 1e-300)
        value = -float(weight @ np.log(chances)) + penalty / 2 * float(flat @ flat)
        scores[order, labels] -= 1.0
        scores *= weight[:, None]
        gradient = np.asarray(transposed @ scores) + penalty * coefficients
        return value, gradient.ravel()

    return loss
