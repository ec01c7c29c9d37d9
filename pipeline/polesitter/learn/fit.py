"""Fitting linear models: L2-regularised maximum likelihood by L-BFGS, deterministic."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

from polesitter.learn.one_thread import one_thread
from polesitter.relations.linear import LinearModel

SMALLEST = 0.1
"""Weights below this are left out: the model stays small, and judges no worse held out."""
NEVER = -10.0
"""Bias of a model that has seen no example: what nobody taught is not believed."""


@one_thread
def fit(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    classes: Sequence[str],
    *,
    l2: float = 1.0,
    min_count: int = 2,
    iterations: int = 120,
    weights: Sequence[float] | None = None,
) -> LinearModel:
    """Fit a softmax over named features; `classes[0]` is the reference class.

    Features seen in fewer than `min_count` rows are dropped. `weights` scales each
    row's loss. Minimises the mean-free sum of log losses plus l2/2 |w|^2
    (Malouf 2002, L-BFGS for maximum entropy models).
    """
    if not rows:
        return _untaught(classes)
    counts = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, count in counts.items() if count >= min_count)
    index = {name: place + 1 for place, name in enumerate(names)}
    matrix = _matrix(rows, index)
    wanted = np.array([classes.index(label) for label in labels])
    scale = np.ones(len(rows)) if weights is None else np.asarray(weights, dtype=float)
    found = _minimise(matrix, wanted, scale, len(classes), l2, iterations)
    return _model(classes, index, found)


@one_thread
def fit_choice(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    groups: Sequence[int],
    classes: Sequence[str],
    *,
    l2: float = 1.0,
    min_count: int = 2,
    iterations: int = 120,
) -> LinearModel:
    """Fit a choice among the rows of each group, or none of them (conditional logit).

    A row may be chosen in any of `classes[1:]`; `classes[0]` is "none of the group".
    Where several rows of a group are right, their summed probability counts
    (McFadden 1974; ranking for coreference as in Denis and Baldridge 2007).
    """
    if not rows:
        return _untaught(classes)
    counts = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, count in counts.items() if count >= min_count)
    index = {name: place + 1 for place, name in enumerate(names)}
    matrix = _matrix(rows, index)
    wanted = np.array([classes.index(label) for label in labels])
    found = _minimise_choice(matrix, wanted, np.asarray(groups), len(classes), l2, iterations)
    return _model(classes, index, found)


def _model(classes: Sequence[str], index: dict[str, int], found: np.ndarray) -> LinearModel:
    """The fitted weights by name, less those too small to tell anything."""
    telling = np.abs(found).max(axis=1) >= SMALLEST
    table = {name: tuple(found[place]) for name, place in index.items() if telling[place]}
    table[""] = tuple(found[0])
    return LinearModel(classes, table)


def _untaught(classes: Sequence[str]) -> LinearModel:
    return LinearModel(classes, {"": (NEVER,) * (len(classes) - 1)})


def _minimise_choice(
    matrix: csr_matrix, wanted: np.ndarray, groups: np.ndarray, n_classes: int, l2: float,
    iterations: int,
) -> np.ndarray:  # fmt: skip
    n_rows, n_features = matrix.shape
    n_groups = int(groups.max()) + 1
    right = np.zeros((n_rows, n_classes - 1))
    chosen = wanted > 0
    right[chosen, wanted[chosen] - 1] = 1.0
    answered = np.zeros(n_groups)
    np.add.at(answered, groups, right.sum(axis=1))
    unanswered = answered == 0
    transposed = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(n_features, n_classes - 1)
        odds = np.exp(np.clip(matrix @ table, -30, 30))
        total = np.ones(n_groups)
        np.add.at(total, groups, odds.sum(axis=1))
        hits = np.where(unanswered, 1.0, 0.0)
        np.add.at(hits, groups, (odds * right).sum(axis=1))
        value = float((np.log(total) - np.log(hits)).sum())
        expected = odds / total[groups, None]
        observed = odds * right / hits[groups, None]
        gradient = transposed @ (expected - observed)
        penal = table.copy()
        penal[0] = 0.0
        value += 0.5 * l2 * float((penal**2).sum())
        return value, (gradient + l2 * penal).ravel()

    start = np.zeros(n_features * (n_classes - 1))
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    return np.asarray(result.x).reshape(n_features, n_classes - 1)


def _matrix(rows: Sequence[Sequence[str]], index: dict[str, int]) -> csr_matrix:
    pointers, places = [0], []
    for row in rows:
        places.extend(sorted({0, *(index[name] for name in row if name in index)}))
        pointers.append(len(places))
    data = np.ones(len(places))
    return csr_matrix((data, places, pointers), shape=(len(rows), len(index) + 1))


def _minimise(
    matrix: csr_matrix,
    wanted: np.ndarray,
    scale: np.ndarray,
    n_classes: int,
    l2: float,
    iterations: int,
) -> np.ndarray:
    n_rows, n_features = matrix.shape
    every = np.arange(n_rows)
    transposed = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(n_features, n_classes - 1)
        logits = np.hstack([np.zeros((n_rows, 1)), matrix @ table])
        norms = logsumexp(logits, axis=1)
        value = float((scale * (norms - logits[every, wanted])).sum())
        probabilities = np.exp(logits - norms[:, None]) * scale[:, None]
        probabilities[every, wanted] -= scale
        gradient = transposed @ probabilities[:, 1:]
        penal = table.copy()
        penal[0] = 0.0
        value += 0.5 * l2 * float((penal**2).sum())
        return value, (gradient + l2 * penal).ravel()

    start = np.zeros(n_features * (n_classes - 1))
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    return np.asarray(result.x).reshape(n_features, n_classes - 1)
