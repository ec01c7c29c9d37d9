"""Scores read as probabilities."""

import pytest

from polesitter.records.calibration import Calibration, interpolated, product_of
from polesitter.types import Evidence, Result


def cell(field: str, score: float) -> Evidence:
    return Evidence(field, 0, 4, "word", "link.test", score)


@pytest.mark.parametrize(
    ("score", "probability"), [(0.1, 0.3), (0.4, 0.3), (0.6, 0.5), (0.8, 0.7), (1.0, 0.7)]
)
def test_between_knots_runs_the_line_and_beyond_them_it_is_level(
    score: float, probability: float
) -> None:
    assert interpolated([(0.4, 0.3), (0.8, 0.7)], score) == pytest.approx(probability)


def test_a_field_has_its_own_table_or_the_common_one() -> None:
    calibration = Calibration({"team": [(0.0, 0.2), (1.0, 0.4)], "any": [(0.0, 0.6), (1.0, 1.0)]})
    result = Result(0, evidence=(cell("team", 0.5), cell("position", 0.5)))
    scores = {one.field: one.score for one in calibration([result])[0].evidence}
    assert scores == {"team": 0.3, "position": 0.8}


def test_without_tables_nothing_changes() -> None:
    result = Result(0, confidence=0.25, evidence=(cell("team", 0.5),))
    assert Calibration({})([result]) == [result]


def test_confidence_follows_from_the_cells_each_counted_once() -> None:
    evidence = (cell("team", 0.5), cell("team", 0.9), cell("position", 0.8))
    assert product_of(evidence) == pytest.approx(0.4)
    calibration = Calibration({"any": [(0.0, 0.0), (1.0, 1.0)], "row": [(0.0, 0.0), (0.4, 0.7)]})
    assert calibration([Result(0, evidence=evidence)])[0].confidence == pytest.approx(0.7)
