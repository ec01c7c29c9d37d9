"""Only what the model read with confidence, and whole, becomes an annotated report."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.corpus import read_gold
from polesitter.learn.corpus_check.folders import check_folders
from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.learn.suggest.self_training import confident_reports, write_confident
from polesitter.types import Report

from .conftest import report

CLEAR = """date 2025-04-12
Dixon takes pole at Long Beach

Scott Dixon won the pole for the Grand Prix of Long Beach with a lap of 1:06.201. Will Power \
qualified second, 0.112 seconds behind Dixon.

Josef Newgarden will start third. Pato O'Ward will start fourth.
"""
LEFT_UNREAD = CLEAR.replace("will start fourth", "had laid the foundations in Q2")


@pytest.mark.parametrize(
    ("text", "at_least", "reason"),
    [
        ("The council met on Tuesday.", 0.0, "no qualifying"),
        (CLEAR.split(" Will Power", maxsplit=1)[0], 0.0, "fewer than 3"),
        (CLEAR, 1.0, "as expected"),
        (LEFT_UNREAD, 0.0, "nothing was made of"),
    ],
)
def test_what_is_left_out_and_why(nlp: Any, text: str, at_least: float, reason: str) -> None:
    taught = confident_reports(nlp, [report(text, "x.txt")], at_least)
    assert taught.reports == ()
    assert reason in taught.left_out["x.txt"]


@pytest.mark.parametrize("flag", ["ambiguous_position", "dropped_position"])
def test_a_report_with_a_told_place_that_does_not_stand_is_left_out(
    nlp: Any, flag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Reader.__call__

    def flagged(reader: Reader, article: Report) -> Reading:
        reading = read(reader, article)
        first, *others = reading.results
        return replace(reading, results=(replace(first, flags=(flag,)), *others))

    monkeypatch.setattr(Reader, "__call__", flagged)
    taught = confident_reports(nlp, [report(CLEAR, "x.txt")], 0.0)
    assert taught.left_out == {"x.txt": "a place that is told and does not stand"}


def test_a_confident_report_becomes_one_of_the_corpus(nlp: Any, tmp_path: Path) -> None:
    taught = confident_reports(nlp, [report(CLEAR, "april/long beach.txt")], 0.5)
    written = write_confident(taught, tmp_path)
    [gold] = read_gold([tmp_path])
    assert gold.id == "read-long_beach"
    assert gold == written.reports[0]
    assert [row["driver"] for row in gold.records][:2] == ["Scott Dixon", "Will Power"]
    assert 0.5 < written.sure[gold.id] < 1.0
    assert [one for one in check_folders([tmp_path]) if one.severity == "error"] == []


def test_a_text_that_marks_cannot_be_put_into_is_set_aside(nlp: Any, tmp_path: Path) -> None:
    text = CLEAR.replace("1:06.201", "1:06.201 [x](DRIVER d1)")
    written = write_confident(confident_reports(nlp, [report(text)], 0.5), tmp_path)
    assert written.reports == ()
    assert list(tmp_path.glob("*.txt")) == []
