import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.linear import LinearModel, shares

MODEL = LinearModel(
    ("no", "position", "grid"), {"": (-1.0, -2.0), "was": (2.0, 0.5), "penalty": (0.0, 3.0)}
)


def test_logits_are_sums_with_the_bias() -> None:
    assert MODEL.logits(["was"]) == [1.0, -1.5]
    assert MODEL.logits(["was", "penalty", "unknown"]) == [1.0, 1.5]
    assert MODEL.logits([]) == [-1.0, -2.0]


def test_shares_are_a_softmax_with_the_first_class_at_zero() -> None:
    total = 1 + math.exp(1.0) + math.exp(-1.5)
    assert shares([1.0, -1.5]) == pytest.approx([math.exp(1.0) / total, math.exp(-1.5) / total])


def test_a_model_without_weights_knows_nothing() -> None:
    assert shares(LinearModel(("no", "yes"), {}).logits(["a"])) == [0.5]
    assert shares(LinearModel(("no", "a", "b"), {}).logits(["a"])) == pytest.approx([1 / 3, 1 / 3])


@pytest.mark.parametrize("others", [(), (0.0,), (-5000.0,)])
def test_large_weights_do_not_overflow(others: tuple[float, ...]) -> None:
    assert shares([5000.0, *others])[0] == 1.0
    assert shares([-5000.0, *others])[0] == 0.0


WEIGHTS = st.integers(-20, 20)
TABLES = st.dictionaries(st.text(max_size=5), st.tuples(WEIGHTS, WEIGHTS), max_size=6)


@given(TABLES, st.lists(st.text(max_size=5), max_size=6))
def test_a_model_comes_back_from_json(
    table: dict[str, tuple[int, int]], features: list[str]
) -> None:
    model = LinearModel(("no", "a", "b"), table)
    again = LinearModel.from_dict(json.loads(json.dumps(model.to_dict())))
    assert again.classes == model.classes
    assert again.logits(features) == model.logits(features)


def test_plain_data_is_rounded_and_sorted() -> None:
    model = LinearModel(("no", "yes"), {"b": (0.123456,), "a": (1.0,)})
    plain = model.to_dict()
    assert plain["weights"] == {"a": [1.0], "b": [0.123]}
    assert list(plain["weights"]) == ["a", "b"]


@given(st.lists(st.floats(-300, 300), min_size=1, max_size=4))
def test_shares_are_parts_of_one_whole(logits: list[float]) -> None:
    found = shares(logits)
    assert all(0.0 <= share <= 1.0 for share in found)
    assert sum(found) <= 1.0 + 1e-9
