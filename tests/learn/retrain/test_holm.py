"""What remains of a chance among many comparisons."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.retrain.chance import Chance, chance_of_fall
from polesitter.learn.retrain.holm import holm
from polesitter.learn.scoring.bootstrap import Counts

chances = st.lists(
    st.tuples(st.floats(0.0001, 1.0), st.floats(0.0001, 1.0)).map(
        lambda two: Chance(max(two), min(two))
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    ("values", "corrected"),
    [
        ([], []),
        ([0.01], [0.01]),
        ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]),
        ([0.5, 0.5, 0.5], [1.0, 1.0, 1.0]),
    ],
)
def test_each_counts_for_all_that_are_left(values: list[float], corrected: list[float]) -> None:
    assert holm([Chance(value, 0.0001) for value in values]) == pytest.approx(corrected)


@pytest.mark.parametrize(
    ("told", "corrected"),
    [
        # Where two or three reports differ, nothing could be as improbable as 1 in 100.
        ([(0.01, 0.0001), (0.25, 0.25), (0.5, 0.125)], [0.01, 0.5, 0.5]),
        # Where seven differ, it could be, though it was not.
        ([(0.01, 0.0001), (0.5, 1 / 128), (0.5, 0.125)], [0.02, 1.0, 1.0]),
        ([(0.03125, 0.03125), (0.03125, 0.03125)], [0.0625, 0.0625]),
    ],
)
def test_what_could_not_be_as_improbable_does_not_count(
    told: list[tuple[float, float]], corrected: list[float]
) -> None:
    assert holm([Chance(*one) for one in told]) == pytest.approx(corrected)


@given(chances)
def test_it_is_never_laxer_than_no_correction_nor_stricter_than_bonferroni(
    told: list[Chance],
) -> None:
    for chance, corrected in zip(told, holm(told), strict=True):
        assert chance.value <= corrected <= min(1.0, chance.value * len(told)) + 1e-12


@given(chances)
def test_the_less_probable_stays_the_less_probable(told: list[Chance]) -> None:
    corrected = holm(told)
    order = sorted(range(len(told)), key=lambda place: told[place].value)
    assert [corrected[place] for place in order] == sorted(corrected)


def test_any_of_many_is_taken_for_a_fall_no_more_often_than_said() -> None:
    draw = random.Random(11)
    called = sum(min(holm([_nothing(draw) for _ in range(12)])) < 0.05 for _ in range(400))
    # 20 of 400 are allowed; more than 34 would come up once in some hundreds.
    assert called <= 34


def _nothing(draw: random.Random) -> Chance:
    """The chance of a fall between two models that are equally good, in 3 to 10 reports."""
    pairs: list[tuple[Counts, Counts]] = []
    for _ in range(draw.randint(3, 10)):
        right = draw.randint(0, 8)
        pair = (right, 8 - right, 0), (8 - right, right, 0)
        pairs.append(pair if draw.random() < 0.5 else pair[::-1])
    return chance_of_fall([old for old, _ in pairs], [new for _, new in pairs])
