"""A prediction in the shape of an annotated report."""

import pytest

from polesitter.learn.corpus_check.rows import check_record
from polesitter.learn.predicted import annotated, clock
from polesitter.learn.predictions import Prediction
from polesitter.text.plain import Mark
from polesitter.types import Mention


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (76.449, "1:16.449"),
        (59.9996, "1:00.000"),
        (26.3, "26.300"),
        (153.7, "2:33.700"),
        (62, "1:02.000"),
    ],
)
def test_clock(seconds: float, told: str) -> None:
    assert clock(seconds) == told


def test_marks_and_rows_are_those_of_the_guide() -> None:
    text = "Lee led. Lee won in 76.449s."
    mentions = (
        Mention(9, 12, "Lee", "DRIVER", entity_id="driver:lee"),
        Mention(0, 3, "Lee", "DRIVER", entity_id="driver:lee"),
        Mention(20, 27, "76.449s", "LAPTIME"),
    )
    row = {"driver": "Lee", "lap_time": 76.449, "position": 1, "status": "classified"}
    report = annotated("a-1", text, Prediction((row,), {"track": None}, mentions=mentions))
    assert report.marks == (
        Mark(0, 3, "DRIVER", "d1"),
        Mark(9, 12, "DRIVER", "d1"),
        Mark(20, 27, "LAPTIME"),
    )
    record = {"id": "a-1", "session": report.session, "records": list(report.records)}
    assert list(check_record(record, "a-1")) == []
    assert report.records[0]["lap_time"] == "1:16.449"


def test_entities_are_counted_from_one_and_stay_apart() -> None:
    told = (("d0", 0), ("d1", 4), ("d10", 8), ("d0", 12))
    mentions = tuple(Mention(at, at + 3, "Lee", "DRIVER", entity_id=one) for one, at in told)
    report = annotated("a-1", "Lee Lee Lee Lee", Prediction((), {}, mentions=mentions))
    assert [mark.id for mark in report.marks] == ["d1", "d2", "d11", "d1"]
