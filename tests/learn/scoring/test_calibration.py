import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.scoring.calibration import (
    ScoredCell,
    calibration_error,
    calibration_interval,
    reliability,
    scored_cells,
    scored_rows,
)
from polesitter.learn.scoring.cells import cells_of
from polesitter.types import Evidence


def cells(*scored: tuple[float, int]) -> list[ScoredCell]:
    return [ScoredCell(0, "position", score, bool(right)) for score, right in scored]


def test_two_bins_by_hand() -> None:
    # .1 and .3 promise .2 and half are right; .8 and .9 promise .85 and all are right.
    found = cells((0.9, 1), (0.1, 0), (0.8, 1), (0.3, 1))
    assert calibration_error(found, bins=2) == pytest.approx((0.3 + 0.15) / 2)
    low, high = reliability(found, bins=2)
    assert (low.cells, low.low, low.high) == (2, 0.1, 0.3)
    assert (low.promised, low.right) == pytest.approx((0.2, 0.5))
    assert (high.promised, high.right) == pytest.approx((0.85, 1))


def test_bins_weigh_by_their_cells() -> None:
    # Five cells in two bins: three and two. |.0 - .1 * 3 / 3| of three, |1 - .5| of two.
    found = cells((0.1, 0), (0.1, 0), (0.1, 0), (0.5, 1), (0.5, 1))
    assert calibration_error(found, bins=2) == pytest.approx((3 * 0.1 + 2 * 0.5) / 5)


def test_too_high_and_too_low_do_not_make_up_for_each_other() -> None:
    found = cells((0.2, 1), (0.8, 0))
    assert calibration_error(found, bins=1) == 0
    assert calibration_error(found, bins=2) == pytest.approx(0.8)


def test_fewer_cells_than_bins_and_none() -> None:
    assert calibration_error(cells((0.75, 1)), bins=10) == 0.25
    assert (calibration_error([]), reliability([])) == (0, [])


@given(
    st.lists(st.tuples(st.sampled_from([0.2, 0.5, 0.9]), st.integers(0, 1)), max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_order_of_cells_makes_no_difference(
    scored: list[tuple[float, int]], draw: random.Random
) -> None:
    shuffled = list(scored)
    draw.shuffle(shuffled)
    assert calibration_error(cells(*scored)) == pytest.approx(calibration_error(cells(*shuffled)))
    assert sum(each.cells for each in reliability(cells(*scored))) == len(scored)


def test_scores_that_are_frequencies_are_honest() -> None:
    draw = random.Random(3)
    scored = [(score, int(draw.random() < score)) for _ in range(4000) for score in [draw.random()]]
    honest = calibration_error(cells(*scored))
    boastful = calibration_error(cells(*[(score**0.25, right) for score, right in scored]))
    assert honest < 0.03
    assert boastful == pytest.approx(0.8 - 0.5, abs=0.03)


def test_the_interval_is_drawn_over_reports() -> None:
    # Two reports at .5: one all right, one all wrong. Together honest, apart off by half.
    found = [ScoredCell(report, "team", 0.5, report == 0) for report in (0, 1) for _ in range(5)]
    interval = calibration_interval(found, 2)
    assert (interval.value, interval.low, interval.high) == (0, 0, 0.5)
    # A third report in which no cell was found is drawn too, and gives none.
    assert calibration_interval(found, 3).value == 0
    assert calibration_interval([], 0).value == 0


def evidence(field: str, score: float) -> Evidence:
    return Evidence(field, 0, 1, "x", "rule", score)


def test_cells_take_the_least_score_of_their_words() -> None:
    gold = [{"driver": "Ann Lee", "position": 2, "lap_time": "1:10.5", "team": "Kites"}]
    found = [
        {"driver": "Bo Carr", "position": 9},
        {"driver": "Ann Lee", "position": 2, "lap_time": 71.0, "grid": "rear", "car": "Audi"},
    ]
    own = [
        evidence("driver", 1.0),
        evidence("position", 0.9),
        evidence("position", 0.7),
        evidence("lap_time_s", 0.6),
        evidence("starts_at_rear", 0.4),
    ]
    scored = scored_cells(4, cells_of(gold, found), [[evidence("driver", 0.3)], own])
    assert {(each.field, each.score, each.right) for each in scored} == {
        ("driver", 0.3, False),
        ("driver", 1.0, True),
        ("position", 0.7, True),
        ("lap_time", 0.6, False),
        ("grid", 0.4, False),
    }
    assert {each.report for each in scored} == {4}


def test_a_row_is_right_where_nothing_that_it_tells_is_wrong() -> None:
    gold: list[dict[str, Any]] = [
        {"driver": "Ann Lee", "position": 1, "team": "Kites"},
        {"driver": "Bo Carr", "position": 2, "team": "Kites"},
        {"driver": "Cy Fox", "position": 3},
    ]
    found: list[dict[str, Any]] = [
        {"driver": "Ann Lee", "position": 1},
        {"driver": "Bo Carr", "position": 4, "team": "Kites"},
        {"driver": "Cy Fox", "position": 3, "team": "Kites"},
        {"driver": "Di Moss"},
    ]
    # The first lacks a team; then a wrong place, a team nobody told, a row nobody told.
    scored = scored_rows(7, cells_of(gold, found), [0.9, 0.8, 0.7, 0.6])
    assert [(row.score, row.right) for row in scored] == [
        (0.9, True), (0.8, False), (0.7, False), (0.6, False)
    ]  # fmt: skip
    assert {row.report for row in scored} == {7}
    assert scored_rows(7, cells_of(gold, found), []) == []
