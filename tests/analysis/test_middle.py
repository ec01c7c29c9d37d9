"""A median is told no finer than the times it comes from."""

import pytest

from polesitter.analysis.middle import middle

TIMES = [
    ([], None),
    ([0.25], 0.25),
    ([0.1, 0.2, 0.9], 0.2),
    ([0.053, 0.091], 0.072),
    ([0.05, 0.1204], 0.0852),
    ([1.0, 2.0], 2.0),
    # what subtraction leaves behind is no precision
    ([0.3 - 0.1, 0.7 - 0.4], 0.2),
]


@pytest.mark.parametrize(("times", "told"), TIMES)
def test_median(times: list[float], told: float | None) -> None:
    assert middle(times) == told
