"""Tables of calibration from cells that turned out right or wrong."""

import numpy as np

from polesitter.learn.relation_model.calibrate import ENOUGH, calibrate, knots_of
from polesitter.learn.scoring.calibration import ScoredCell, calibration_error
from polesitter.records.calibration import ANY, ROW, interpolated


def boastful(field: str, count: int) -> list[ScoredCell]:
    """Cells whose scores promise more than they hold: right with the square of the score."""
    draw = np.random.default_rng(7)
    scores = draw.random(count)
    right = draw.random(count) < scores**2
    return [ScoredCell(0, field, float(s), bool(r)) for s, r in zip(scores, right, strict=True)]


def test_calibrated_scores_keep_what_they_promise() -> None:
    taught, unseen = boastful("team", 3000)[:2000], boastful("team", 3000)[2000:]
    table = calibrate(taught, [])["team"]
    mended = [ScoredCell(0, one.field, interpolated(table, one.score), one.right) for one in unseen]
    assert calibration_error(unseen) > 0.12
    assert calibration_error(mended) < 0.05


def test_probabilities_rise_with_the_scores() -> None:
    levels = [y for _, y in knots_of([(0.1, True), (0.2, False), (0.3, True)] * 60)]
    assert levels == sorted(levels)


def test_fields_with_few_cells_have_no_table_of_their_own() -> None:
    cells = [*boastful("team", ENOUGH), *boastful("status", ENOUGH - 1)]
    tables = calibrate(cells, [(0.5, True)])
    assert set(tables) == {"team", ANY, ROW}


def test_both_columns_of_a_starting_place_share_what_is_known_of_it() -> None:
    tables = calibrate(boastful("grid", ENOUGH), [])
    assert tables["grid_position"] == tables["starts_at_rear"]
