"""Rows of signs as numbers: nothing is told twice, nothing hangs on the order."""

import numpy as np
import pytest

from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.relations.signs.family import Each, Family, Part, names_of, plain


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


def _counted(key: int) -> list[str]:
    return [f"n:{key}", f"many:{key > 1}"]


NEAR = Family([("l:", "near:"), ("r:",)], [_counted, list], prefix="a ")
INSIDE = Each([("in:",)])
NEAR_ONE: Part = (NEAR, ("one", "by"), (1, None))
ROWS: list[list[Part]] = [
    [(NEAR, ("led", "by"), (1, ("x", "y"))), (INSIDE, {"led", "by", "two"}, ())],
    [(NEAR, ("by", None), (1, None)), (NEAR.after("far "), ("led", "by"), (2, ()))],
    [(NEAR, ("led", "by"), (2, ("x",))), plain("in:led", "x", "x"), (INSIDE, (), ())],
    [],
]


def test_parts_tell_the_signs_that_they_name() -> None:
    by_parts, by_names = SignTable(), SignTable()
    for number, parts in enumerate(ROWS):
        by_parts.add_parts(parts, number % 2, rivals=number, fold=number, weight=2.0)
        by_names.add(names_of(parts), number % 2, rivals=number, fold=number, weight=2.0)
    told, named = by_parts.examples(), by_names.examples()
    assert told.names == named.names
    assert "a near:led" in told.names
    assert "far a n:2" in told.names
    assert np.array_equal(told.signs.toarray(), named.signs.toarray())
    for part in ("wanted", "rivals", "fold", "weight"):
        assert np.array_equal(getattr(told, part), getattr(named, part))


def test_rows_may_share_parts() -> None:
    apart, sharing = SignTable(), SignTable()
    own, other = (plain("x"), NEAR_ONE), (plain("x", "y"),)
    for shared in (own, own, other, own, ()):
        for parts in ROWS:
            apart.add_parts([*shared, *parts], 1)
            sharing.add_parts(parts, 1, own=shared)
    told, together = apart.examples(), sharing.examples()
    assert told.names == together.names
    assert np.array_equal(told.signs.toarray(), together.signs.toarray())


def test_what_a_key_names_is_spelled_out_once() -> None:
    spelled: list[int] = []

    def spell(key: int) -> list[str]:
        spelled.append(key)
        return _counted(key)

    family, made = Family(shapes=[spell]), SignTable()
    for key in (1, 2, 1, 1, 2):
        made.add_parts([(family, (), (key,))], 0)
    assert spelled == [1, 2]
    assert made.examples().signs.sum(axis=0).tolist() == [[5, 3, 3, 2, 2]]


def test_signs_of_most_rows_come_first_however_often_a_row_tells_them() -> None:
    assert table(["z", "z", "z"], ["y"], ["y", "x"]).names == ("", "y", "x", "z")
