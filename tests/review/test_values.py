from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.scoring.same import seconds
from polesitter.review.values import (
    day_text,
    gap_text,
    grid_text,
    lap_time_text,
    percent_text,
    speed_text,
)


@pytest.mark.parametrize(
    ("lap", "told"),
    [
        (83.529, "1:23.529"),
        (105.16, "1:45.160"),
        (61.0, "1:01.000"),
        (60.0, "1:00.000"),
        (65.8479, "1:05.8479"),
        (17.266, "17.266"),
        (9.5, "9.500"),
        (59.99999, "1:00.000"),
        (153.7, "2:33.700"),
    ],
)
def test_lap_time(lap: float, told: str) -> None:
    assert lap_time_text(lap) == told


@given(st.integers(min_value=1, max_value=9_999_999))
def test_a_lap_time_reads_back(ten_thousandths: int) -> None:
    lap = ten_thousandths / 10_000
    assert seconds(lap_time_text(lap)) == pytest.approx(lap, abs=1e-6)


@pytest.mark.parametrize(
    ("gap", "approx", "told"),
    [(0.803, False, "+0.803"), (0.5, True, "~0.5"), (0.0264, False, "+0.0264")],
)
def test_gap(gap: float, approx: bool, told: str) -> None:
    assert gap_text(gap, approx) == told


@pytest.mark.parametrize(
    ("chance", "told"), [(0.0, "0%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")]
)
def test_percent(chance: float, told: str) -> None:
    assert percent_text(chance) == told


def test_speed_grid_and_day() -> None:
    assert speed_text(113.5, "mph") == "113.500 mph"
    assert speed_text(113.5, None) == "113.500"
    assert (grid_text(15, False), grid_text(None, True), grid_text(None, False)) == (
        "15",
        "rear",
        None,
    )
    assert day_text(date(2024, 5, 4)) == "4 May 2024"
