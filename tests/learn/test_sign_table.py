"""Rows of signs as numbers: nothing is told twice, nothing hangs on the order."""

import numpy as np
import pytest

from polesitter.learn.sign_table import Examples, SignTable


def table(*rows: list[str]) -> Examples:
    """Row n is of fold n, counts n + 1 times and has the rival "a" or "b" by turns."""
    made = SignTable()
    for number, row in enumerate(rows):
        made.add(row, number % 2, rivals="ab"[number % 2], fold=number, weight=number + 1)
    return made.examples()


def named(examples: Examples, row: int) -> list[str]:
    return [examples.names[column] for column in examples.signs[[row]].indices]


def test_a_row_has_the_bias_and_each_of_its_signs_once() -> None:
    examples = table(["y", "x", "y"], [])
    assert named(examples, 0) == ["", "x", "y"]
    assert named(examples, 1) == [""]
    assert examples.signs.sum() == 4


def test_the_order_of_signs_makes_no_difference() -> None:
    one, other = table(["x", "y"], ["z"]), table(["y", "x"], ["z"])
    assert one.names == other.names
    assert np.array_equal(one.signs.indices, other.signs.indices)


@pytest.mark.parametrize(("left_out", "left"), [([], [0, 1, 2]), ([1], [0, 2]), ([0, 1, 2], [])])
def test_rows_of_folds_are_left_out(left_out: list[int], left: list[int]) -> None:
    examples = table(["x"], ["y"], ["z"]).without(left_out)
    assert examples.fold.tolist() == left
    assert examples.weight.tolist() == [fold + 1 for fold in left]
    assert examples.wanted.tolist() == [fold % 2 for fold in left]
    assert [named(examples, row)[1] for row in range(len(examples))] == ["xyz"[n] for n in left]


def test_rivals_are_told_by_number() -> None:
    assert table(["x"], ["y"], ["z"]).rivals.tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    ("least", "seen"), [(1, ["", "x", "y", "z"]), (3, ["", "x", "z"]), (9, [""])]
)
def test_a_sign_is_seen_as_often_as_its_rows_count(least: int, seen: list[str]) -> None:
    examples = table(["x", "y"], ["x"], ["z"])
    assert [examples.names[column] for column in examples.seen(least)] == seen
