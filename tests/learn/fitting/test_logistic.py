"""The fit of weights: odds that are known, rows in parts, what it starts from."""

from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_array

from polesitter.learn.fitting import logistic
from polesitter.learn.fitting.logistic import Part, fit_logistic

# One binary input; class 1 in 3 of 4 rows where it is on, 1 of 4 where it is off.
INPUTS = np.array([[1.0, 1.0]] * 4 + [[0.0, 1.0]] * 4)


@pytest.mark.parametrize("inputs", [INPUTS, csr_array(INPUTS)], ids=["dense", "sparse"])
def test_fit_finds_the_odds(inputs: Any) -> None:
    labels = np.array([1, 1, 1, 0, 1, 0, 0, 0])
    weights = fit_logistic([part(inputs, labels)], 2, penalty=1e-6)
    odds = weights[:, 1] - weights[:, 0]
    assert odds[1] == pytest.approx(-np.log(3), abs=1e-2)
    assert odds[0] == pytest.approx(2 * np.log(3), abs=1e-2)


def test_frequent_and_rare_features_take_few_steps() -> None:
    chance = np.random.default_rng(1950)
    often = np.array([0.5, 0.1, 0.01, 0.002])
    inputs = (chance.random((20_000, 4)) < often).astype(float)
    odds = inputs @ np.array([1.0, -2.0, 3.0, -4.0])
    labels = (chance.random(20_000) < 1 / (1 + np.exp(-odds))).astype(np.int64)
    rows = [part(csr_array(inputs), labels)]
    short = fit_logistic(rows, 2, penalty=0.1, steps=12)
    long = fit_logistic(rows, 2, penalty=0.1, steps=500)
    assert short == pytest.approx(long, abs=0.02)


def test_row_weights_count_as_repeats() -> None:
    labels = np.array([0, 1])
    heavy = [Part(np.ones((2, 1)), labels, np.array([3.0, 1.0]))]
    repeated = [part(np.ones((4, 1)), np.array([0, 0, 0, 1]))]
    assert fit_logistic(heavy, 2, penalty=1.0) == pytest.approx(
        fit_logistic(repeated, 2, penalty=1.0), abs=1e-4
    )


@pytest.mark.parametrize("make", [np.asarray, csr_array], ids=["dense", "sparse"])
def test_rows_may_come_in_parts(make: Any) -> None:
    chance = np.random.default_rng(1950)
    inputs, labels = chance.integers(0, 2, (60, 3)).astype(float), chance.integers(0, 2, 60)
    parts = [part(make(inputs[at : at + 20]), labels[at : at + 20]) for at in (0, 20, 40)]
    whole = fit_logistic([part(make(inputs), labels)], 2, penalty=1.0)
    assert fit_logistic(parts, 2, penalty=1.0) == pytest.approx(whole, abs=1e-5)


def test_inputs_that_are_not_used_have_no_weight() -> None:
    labels = np.array([1, 1, 1, 0, 1, 0, 0, 0])
    rows = [part(csr_array(INPUTS), labels)]
    weights = fit_logistic(rows, 2, penalty=0.1, used=np.array([False, True]))
    assert not weights[0].any()
    assert fit_logistic(rows, 2, penalty=0.1)[0].any()


@pytest.mark.parametrize("make", [np.asarray, csr_array], ids=["dense", "sparse"])
def test_it_sets_out_from_where_it_is_told(make: Any) -> None:
    rows = [part(make(INPUTS), np.array([1, 1, 1, 0, 1, 0, 0, 0]))]
    found = fit_logistic(rows, 2, penalty=0.1)
    assert fit_logistic(rows, 2, penalty=0.1, steps=1) != pytest.approx(found, abs=0.01)
    assert fit_logistic(rows, 2, penalty=0.1, start=found, steps=1) == pytest.approx(
        found, abs=1e-3
    )


def test_inputs_that_are_not_used_keep_what_they_start_with() -> None:
    rows = [part(csr_array(INPUTS), np.array([1, 1, 1, 0, 1, 0, 0, 0]))]
    start = np.array([[0.5, -0.5], [2.0, 1.0]])
    found = fit_logistic(rows, 2, penalty=0.1, used=np.array([False, True]), start=start)
    assert np.array_equal(found[0], start[0])
    assert not np.array_equal(found[1], start[1])


def test_in_how_many_pieces_chances_are_worked_out_makes_no_difference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = np.random.default_rng(1950)
    inputs, labels = chance.integers(0, 2, (60, 3)).astype(float), chance.integers(0, 3, 60)
    whole = fit_logistic([part(csr_array(inputs), labels)], 3, penalty=1.0)
    monkeypatch.setattr(logistic, "AT_ONCE", 7)
    assert np.array_equal(fit_logistic([part(csr_array(inputs), labels)], 3, penalty=1.0), whole)


def test_squares_are_those_of_what_a_row_tells_in_all() -> None:
    # The first row tells its only input twice.
    told = csr_array((np.ones(3), [0, 0, 1], [0, 2, 3]), shape=(2, 2))
    weight = np.array([3.0, 0.5])
    assert logistic.sum_squares(told, weight).tolist() == [12.0, 0.5]
    assert told.nnz == 3  # left as it is
    rows = Part(told, np.array([0, 1]), weight)
    known = rows._replace(squares=logistic.sum_squares(told, weight))
    assert np.array_equal(fit_logistic([known], 2, penalty=1.0), fit_logistic([rows], 2, penalty=1))


def part(inputs: Any, labels: np.ndarray) -> Part:
    return Part(inputs, labels, np.ones(len(labels)))
