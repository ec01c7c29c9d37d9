"""Multinomial logistic regression with an L2 penalty, fitted by L-BFGS.

The coefficients are fitted in coordinates in which the loss is about as steep in every
direction: some features stand in every row and some in two, and L-BFGS would need ten
times the steps to tell them apart by itself.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular
from scipy.optimize import minimize
from scipy.sparse import diags_array, issparse

from polesitter.learn.fitting.one_thread import one_thread

Floats = NDArray[np.float64]
Matrix: TypeAlias = Any
"""A sparse array or a dense one, (rows, inputs); scipy has no types for mypy."""

CURVATURE = 0.05
"""Taken for the mean of chance * (1 - chance) over rows and classes: most rows are clear."""

REMEMBERED = 5
"""Steps that L-BFGS knows the curvature by; with twice as many each takes longer, for no gain."""

AT_ONCE = 8192
"""Rows whose chances are worked out in one go: they stay in the processor's cache."""


class Part(NamedTuple):
    """Rows to learn from: inputs, (rows, inputs), a class number and a weight for each row.

    `squares`: as `sum_squares` returns them, where they are known and the inputs sparse.
    """

    inputs: Matrix
    labels: NDArray[np.int64]
    weight: NDArray[Any]
    squares: NDArray[Any] | None = None


@one_thread
def fit_logistic(
    parts: Sequence[Part],
    classes: int,
    *,
    penalty: float,
    used: NDArray[np.bool_] | None = None,
    start: Floats | None = None,
    steps: int = 100,
) -> Floats:
    """Return coefficients, shape (inputs, classes), that make the labels most likely.

    `parts`: all of one number of inputs, and sparse or all dense; where sparse, those not
    `used` keep the coefficient they start with. `start`: coefficients to set out from,
    zero if left out. The loss is the weighted sum of -log p(label) plus half the penalty
    times the squared coefficients; fewer `steps` than it takes to its lowest point leave
    the coefficients nearer to the start. The same data give the same coefficients: there
    is no randomness in it.
    """
    begun = np.zeros((parts[0].inputs.shape[1], classes)) if start is None else start
    basis, pull = _even_slopes(parts, penalty, used)
    loss = _loss(parts, classes, penalty)

    def coefficients(flat: Floats) -> Floats:
        moved: Floats = begun + basis @ flat.reshape(-1, classes)
        return moved

    def in_basis(flat: Floats) -> tuple[float, Floats]:
        value, slopes = loss(coefficients(flat))
        return value, np.asarray(basis.T @ slopes).ravel()

    here = np.zeros(basis.shape[1] * classes)
    first = in_basis(here)
    # L-BFGS begins with a step of length 1. This scale makes it one that leads somewhere:
    # down the slope, divided among the inputs of a row, which all pull the same way.
    scale = float(np.linalg.norm(first[1])) / pull or 1.0

    def scaled(flat: Floats) -> tuple[float, Floats]:
        value, slopes = in_basis(scale * flat) if flat.any() else first
        return value, scale * slopes

    options = {"maxiter": steps, "maxcor": REMEMBERED}
    found = minimize(scaled, here, jac=True, method="L-BFGS-B", options=options)
    return coefficients(scale * found.x)


def _even_slopes(
    parts: Sequence[Part], penalty: float, used: NDArray[np.bool_] | None
) -> tuple[Matrix, float]:
    """Return the basis, (inputs, inputs), in which the bound on the curvature is the identity.

    The bound is that of Böhning (1992), of whose matrix only the diagonal is taken where
    the inputs are sparse, and of it the columns of those used. With it comes how many times
    as steep it may then be yet.
    """
    columns = parts[0].inputs.shape[1]
    if issparse(parts[0].inputs):
        slopes = np.zeros(columns)
        for part in parts:
            known = part.squares
            slopes += sum_squares(part.inputs, part.weight) if known is None else known
        even = 1 / np.sqrt(CURVATURE * slopes + penalty)
        rows = sum(part.inputs.shape[0] for part in parts)
        pull = sum(part.inputs.nnz for part in parts) / max(rows, 1)
        basis = diags_array(even)
        return basis if used is None else basis.tocsc()[:, used], max(pull, 1.0)
    slopes = penalty * np.eye(columns)
    for part in parts:
        slopes += CURVATURE * np.asarray((part.inputs * part.weight[:, None]).T @ part.inputs)
    lower = np.linalg.cholesky(slopes)
    return solve_triangular(lower, np.eye(columns), lower=True).T, 1.0


def sum_squares(inputs: Matrix, weight: NDArray[Any]) -> NDArray[Any]:
    """Return the sum over rows of the squares of each of some sparse inputs, weights counted."""
    # Of a copy, since it sums what a row has twice in a column, and in place.
    return np.asarray(inputs.copy().power(2).T @ weight)


def _loss(
    parts: Sequence[Part], classes: int, penalty: float
) -> Callable[[Floats], tuple[float, Floats]]:
    turned = [part.inputs.T for part in parts]
    rows = [np.arange(len(part.labels)) for part in parts]

    def loss(coefficients: Floats) -> tuple[float, Floats]:
        value = penalty / 2 * float((coefficients**2).sum())
        slopes = penalty * coefficients
        table = coefficients.astype(parts[0].inputs.dtype)
        begun = table.any()
        for part, upright, row in zip(parts, turned, rows, strict=True):
            size = len(row), classes
            scores = np.asarray(part.inputs @ table) if begun else np.zeros(size, table.dtype)
            for at in range(0, len(scores), AT_ONCE):
                _to_chances(scores[at : at + AT_ONCE])
            chances = np.maximum(scores[row, part.labels], np.finfo(scores.dtype).tiny)
            value -= float(part.weight @ np.log(chances))
            scores[row, part.labels] -= 1.0
            scores *= part.weight[:, None]
            slopes += upright @ scores
        return value, slopes

    return loss


def _to_chances(scores: NDArray[Any]) -> None:
    """Make scores, (rows, classes), chances, in place."""
    # numpy takes three times as long to find the highest of each short row.
    top = scores[:, 0].copy()
    for column in range(1, scores.shape[1]):
        np.maximum(top, scores[:, column], out=top)
    scores -= top[:, None]
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
