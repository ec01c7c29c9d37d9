import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polesitter.learn.scoring.bootstrap import (
    f1_interval,
    interval_of,
    paired_difference,
    times_drawn,
)

GOOD, BAD = (1, 0, 0), (0, 1, 1)
COUNTS = st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=8)


def test_two_reports_by_hand() -> None:
    # F1 is 2 * 1 / (2 * 1 + 1 + 1) = 0.5 before and 1 after. A draw has the first report
    # twice (no difference, one in four), the second twice (0 to 1, one in four), or both.
    found = paired_difference([GOOD, BAD], [GOOD, GOOD])
    assert (found.value, found.low, found.high) == (0.5, 0.0, 1.0)
    redrawn = times_drawn(2, draws=4000, seed=7)
    shares = [np.mean(redrawn[:, 0] == times) for times in (0, 1, 2)]
    assert shares == pytest.approx([0.25, 0.5, 0.25], abs=0.03)


def test_f1_by_hand() -> None:
    # Right 3, wrong 1, missed 2: precision 3/4, recall 3/5, F1 2/3.
    found = f1_interval([(3, 1, 2)])
    assert (found.value, found.low, found.high) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_the_interval_is_that_of_a_mean() -> None:
    # Reports all right or all wrong, one cell each: F1 is the share that are right, whose
    # standard error is sqrt(.5 * .5 / 400) = .025, so that 95 % lie within .049.
    found = f1_interval([GOOD, BAD] * 200)
    assert found.value == 0.5
    assert (found.value - found.low, found.high - found.value) == pytest.approx(
        (0.049, 0.049), abs=0.006
    )


def test_what_is_common_to_both_adds_no_doubt() -> None:
    # Hard and easy reports by turns, each a little better than before.
    old = [(90, 0, 0), (10, 80, 80)] * 20
    new = [(91, 0, 0), (12, 78, 78)] * 20
    difference, alone = paired_difference(old, new), f1_interval(new)
    assert 0 < difference.low < difference.high
    assert difference.high - difference.low < (alone.high - alone.low) / 10


@given(COUNTS)
@settings(max_examples=25)
def test_a_reading_does_not_differ_from_itself(counts: list[tuple[int, int, int]]) -> None:
    found = paired_difference(counts, counts, draws=50)
    assert (found.value, found.low, found.high) == (0, 0, 0)


@given(COUNTS)
@settings(max_examples=25)
def test_turned_round_the_interval_is_mirrored(new: list[tuple[int, int, int]]) -> None:
    old = [(2, 1, 1)] * len(new)
    there, back = paired_difference(old, new, draws=50), paired_difference(new, old, draws=50)
    assert (there.value, there.low, there.high) == pytest.approx(
        (-back.value, -back.high, -back.low)
    )


def test_the_seed_decides() -> None:
    counts = [(number, 9 - number, 3) for number in range(9)]
    assert f1_interval(counts) == f1_interval(counts)
    assert f1_interval(counts, seed=1).low != f1_interval(counts, seed=2).low


def test_no_reports_and_unlike_reports() -> None:
    assert paired_difference([], []).value == 0
    with pytest.raises(ValueError, match="1 reports against 2"):
        paired_difference([GOOD], [GOOD, BAD])


def test_any_figure() -> None:
    lengths = np.array([1.0, 3.0])

    def mean(drawn: NDArray[np.int64]) -> float:
        return float(lengths[drawn].mean())

    found = interval_of(mean, 2, draws=400)
    assert (found.value, found.low, found.high) == (2, 1, 3)
