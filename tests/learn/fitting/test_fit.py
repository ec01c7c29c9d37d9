"""Fitting: planted weights come back, gradients are true, the same twice."""

import random
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from polesitter.entities.linear import LinearModel, shares
from polesitter.learn.fitting import fit as module
from polesitter.learn.fitting.fit import fit_examples
from polesitter.learn.fitting.sign_table import SignTable

CLASSES = ("no", "a", "b")
PLANTED = LinearModel(
    CLASSES, {"": (-0.5, 0.2), "x": (1.5, -1.0), "y": (-2.0, 0.5), "z": (0.0, 2.0)}
)
Rows = list[list[str]]


def fit(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    classes: Sequence[str],
    *,
    l2: float = 1.0,
    min_count: int = 2,
    weights: Sequence[float] | None = None,
) -> LinearModel:
    """Fit a softmax over named features; `classes[0]` is the reference class.

    `weights`: how often each row counts. As for `fit_examples`.
    """
    table = SignTable()
    for row, label, weight in zip(rows, labels, weights or [1.0] * len(rows), strict=True):
        table.add(row, classes.index(label), weight=weight)
    return fit_examples(table.examples(), classes, l2=l2, min_count=min_count)


def fit_choice(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    groups: Sequence[int],
    classes: Sequence[str],
    *,
    l2: float = 1.0,
    min_count: int = 2,
) -> LinearModel:
    """Fit a choice among the rows of each group, or none of them. As for `fit_examples`."""
    table = SignTable()
    for row, label, group in zip(rows, labels, groups, strict=True):
        table.add(row, classes.index(label), rivals=group)
    return fit_examples(table.examples(), classes, l2=l2, min_count=min_count, compete=True)


def test_weights_below_the_smallest_are_left_out() -> None:
    table = SignTable()
    for number, row in enumerate([["loud"]] * 8 + [["quiet"]] * 8 + [[]] * 8):
        table.add(row, int("loud" in row or number % 2))
    every = fit_examples(table.examples(), CLASSES[:2], smallest=0.0).weights
    assert abs(every["quiet"][0]) < 1.0 < every["loud"][0]
    some = fit_examples(table.examples(), CLASSES[:2], smallest=1.0).weights
    assert some == {name: every[name] for name in ("", "loud")}


def chances(model: LinearModel, row: Sequence[str]) -> list[float]:
    """P(class) in the order of the classes."""
    others = shares(model.logits(row))
    return [1.0 - sum(others), *others]


def drawn(n: int, seed: int = 7) -> tuple[Rows, list[str]]:
    """Rows of random features, labelled as the planted model would."""
    chance = random.Random(seed)
    rows = [[name for name in "xyz" if chance.random() < 0.5] for _ in range(n)]
    labels = [chance.choices(CLASSES, chances(PLANTED, row))[0] for row in rows]
    return rows, labels


def drawn_choices(n: int, seed: int = 7) -> tuple[Rows, list[str], list[int]]:
    """Groups of three rows of which the planted weights choose one, or none."""
    chance = random.Random(seed)
    rows: Rows = []
    labels: list[str] = []
    groups: list[int] = []
    for group in range(n):
        own = [[name for name in "xyz" if chance.random() < 0.5] for _ in range(3)]
        odds = [1.0, *(float(np.exp(PLANTED.logits(row)[0])) for row in own)]
        chosen = chance.choices(range(4), odds)[0]
        rows += own
        labels += ["a" if place == chosen else "no" for place in (1, 2, 3)]
        groups += [group] * 3
    return rows, labels, groups


def test_planted_weights_are_recovered() -> None:
    model = fit(*drawn(20_000), CLASSES, l2=0.1)
    for name, weights in PLANTED.weights.items():
        assert model.weights[name] == pytest.approx(weights, abs=0.15)


def test_planted_weights_of_a_choice_are_recovered() -> None:
    rows, labels, groups = drawn_choices(6000)
    model = fit_choice(rows, labels, groups, ("no", "a"), l2=0.1)
    for name, weights in PLANTED.weights.items():
        # A sign that tells nothing may have no weight at all.
        assert model.weights.get(name, (0.0,)) == pytest.approx(weights[:1], abs=0.15)


def captured(monkeypatch: pytest.MonkeyPatch, run: Callable[[], object]) -> Callable[..., object]:
    """The loss that a fit minimises: (value, gradient) of flat weights."""
    kept: list[Callable[..., object]] = []

    class Found:
        """What the minimiser is taken to have found."""

        def __init__(self, x: np.ndarray) -> None:
            self.x = x

    def keep(loss: Callable[..., object], start: np.ndarray, **_: object) -> Found:
        kept.append(loss)
        return Found(start)

    monkeypatch.setattr(module, "minimize", keep)
    run()
    return kept[0]


@pytest.mark.parametrize("kind", ["softmax", "weighted", "choice"])
def test_the_gradient_is_that_of_the_loss(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, labels = drawn(30)
    scale = [0.5 + n % 3 for n in range(30)]
    groups = [n // 3 for n in range(30)]
    runs = {
        "softmax": partial(fit, rows, labels, CLASSES, min_count=1),
        "weighted": partial(fit, rows, labels, CLASSES, min_count=1, weights=scale),
        "choice": partial(fit_choice, rows, labels, groups, CLASSES, min_count=1),
    }
    loss = captured(monkeypatch, runs[kind])
    point = np.random.default_rng(1).normal(size=8)

    def value(flat: np.ndarray) -> float:
        return float(loss(flat)[0])  # type: ignore[index]

    told = loss(point)[1]  # type: ignore[index]
    assert told == pytest.approx(approx_fprime(point, value, 1e-6), abs=1e-3)


def test_the_bias_is_not_shrunk() -> None:
    rows: Rows = [[] for _ in range(100)]
    model = fit(rows, ["a"] * 80 + ["no"] * 20, ("no", "a"), l2=1e6)
    assert chances(model, [])[1] == pytest.approx(0.8, abs=0.01)


def test_stronger_shrinking_gives_smaller_weights() -> None:
    rows, labels = drawn(300)
    weak, strong = (fit(rows, labels, CLASSES, l2=l2).weights["x"] for l2 in (0.1, 30.0))
    assert sum(abs(w) for w in strong) < 0.5 * sum(abs(w) for w in weak)


def test_rare_features_are_dropped() -> None:
    model = fit([["often"], ["often"], ["once"]], ["a", "no", "a"], ("no", "a"))
    assert set(model.weights) == {"", "often"}


def test_a_feature_told_twice_in_a_row_counts_once() -> None:
    twice = fit([["x", "x"], ["x", "x"], []] * 9, ["a", "a", "no"] * 9, ("no", "a"))
    once = fit([["x"], ["x"], []] * 9, ["a", "a", "no"] * 9, ("no", "a"))
    assert twice.weights == once.weights


def test_heavier_rows_count_for_more() -> None:
    rows: Rows = [[], []]
    model = fit(rows, ["a", "no"], ("no", "a"), weights=[3.0, 1.0])
    assert chances(model, [])[1] == pytest.approx(0.75, abs=0.01)


def test_rivals_of_a_group_share_one_probability() -> None:
    rows = [["x"], ["x"]] * 50
    model = fit_choice(rows, ["a", "no"] * 50, [n // 2 for n in range(100)], ("no", "a"), l2=0.01)
    (logit,) = model.logits(["x"])
    share = float(np.exp(logit))
    assert share / (1 + 2 * share) == pytest.approx(0.5, abs=0.02)


def test_what_nobody_taught_is_not_believed() -> None:
    for model in (fit([], [], CLASSES), fit_choice([], [], [], CLASSES)):
        assert model.classes == CLASSES
        assert chances(model, ["x"])[0] > 0.99


def test_the_same_twice() -> None:
    rows, labels = drawn(200)
    assert fit(rows, labels, CLASSES).to_dict() == fit(rows, labels, CLASSES).to_dict()
    choices = drawn_choices(50)
    assert (
        fit_choice(*choices, ("no", "a")).to_dict() == fit_choice(*choices, ("no", "a")).to_dict()
    )
