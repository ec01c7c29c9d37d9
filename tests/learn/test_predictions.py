import json
from pathlib import Path
from typing import Any

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.predictions import (
    FOUND,
    Prediction,
    facts_of,
    plain_prediction,
    prediction_of,
    read_predictions,
)
from polesitter.learn.sources import LookUp, is_model
from polesitter.records.extraction import Extraction
from polesitter.types import ClassFacts, Evidence, Mention, Report, Result, Session

PROOF = Evidence("lap_time_s", 3, 9, "59.421", "rule", 0.75)
ROW = Result(
    0, car_class="GS", starts_at_rear=True, driver="Ann Lee", lap_time_s=59.421,
    confidence=0.625, evidence=(PROOF,),
)  # fmt: skip
WHOLE = ClassFacts(entries=20)
CLASS = ClassFacts("GS", entries=12, record_holder="Bo Carr", track_record=False)


@pytest.fixture
def prediction() -> Prediction:
    return prediction_of(
        Extraction(
            Report("a-01.txt", "On 59.421", ""),
            "model",
            session=Session(series="Kite Cup", classes=(CLASS, WHOLE)),
            results=(ROW,),
            mentions=(Mention(3, 9, "59.421", "LAPTIME"),),
        )
    )


def test_an_extraction_in_the_names_of_the_guide(prediction: Prediction) -> None:
    (row,) = prediction.rows
    assert (row["class"], row["grid"], row["lap_time"]) == ("GS", "rear", 59.421)
    assert prediction.session == {
        "series": "Kite Cup", "event": None, "track": None, "date": None
    }  # fmt: skip
    assert prediction.spans == ((3, 9, "LAPTIME"),)
    assert prediction.evidence == ((PROOF,),)
    assert prediction.confidences == (0.625,)


def test_facts_of_the_whole_session_come_before_those_of_a_class(prediction: Prediction) -> None:
    assert prediction.facts is not None
    assert prediction.facts["entries"] == 20
    assert prediction.facts["previous_holder"] == "Bo Carr"
    # That it is no record is a fact; that nothing is told is none.
    assert prediction.facts["track_record"] is False
    assert facts_of([])["entries"] is None


def test_what_is_written_as_json_is_read_again(prediction: Prediction, tmp_path: Path) -> None:
    file = tmp_path / "evaluation.json"
    file.write_text(json.dumps({FOUND: {"a-01": plain_prediction(prediction)}}), encoding="utf-8")
    (found,) = read_predictions(file).values()
    assert (found.rows, found.session, found.evidence, found.confidences) == (
        prediction.rows,
        prediction.session,
        prediction.evidence,
        prediction.confidences,
    )
    assert (found.mentions, found.spans) == (None, None)


@pytest.mark.parametrize("content", [{}, [], {"records": []}])
def test_other_json_is_refused(tmp_path: Path, content: Any) -> None:
    file = tmp_path / "other.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(PolesitterError, match="holds no predictions"):
        read_predictions(file)


def test_models_and_what_was_stored(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    assert is_model(tmp_path)
    assert is_model("some_module:load")
    assert not is_model(tmp_path / "elsewhere")
    assert not is_model(tmp_path / "meta.json")


def test_a_report_nobody_read(prediction: Prediction) -> None:
    look_up = LookUp({"a-01": prediction})
    assert look_up(GoldReport("a-01", "", (), {}, ())) is prediction
    assert look_up(GoldReport("a-02", "", (), {}, ())) == Prediction()
