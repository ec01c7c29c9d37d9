"""What is wrong with the JSON of a report, one change a line."""

import json
from typing import Any

import pytest

from polesitter.learn.corpus_check.rows import ROW_KEYS, check_record

ROW: dict[str, Any] = {
    "class": "GS", "position": 1, "grid": None, "driver": "Ann Lee", "team": "Lee Racing",
    "car": None, "number": "08", "speed": 101.5, "speed_unit": "mph", "lap_time": "1:16.449",
    "gap": 0.04, "gap_to": "leader", "gap_approx": False, "segment": "Q3", "status": "classified",
}  # fmt: skip
OTHER = {**ROW, "position": 2, "driver": "Bo Ray"}
RECORD: dict[str, Any] = {
    "id": "pilot-01",
    "session": {"date": "2024-06-21", "series": "Cup", "event": None, "track": None},
    "records": [ROW, OTHER],
}


def problems(record: Any) -> list[str]:
    return list(check_record(record, "pilot-01"))


def test_right() -> None:
    assert problems(RECORD) == []
    assert problems({**RECORD, "records": []}) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"position": "1"}, "position is '1', not a place"),
        ({"position": True}, "position is True, not a place"),
        ({"position": 0}, "position is 0, not a place"),
        ({"grid": "back"}, "grid is 'back'"),
        ({"number": 8}, "number is 8, not a string"),
        ({"number": "No. 8"}, "number is 'No. 8'"),
        ({"speed": "101.5"}, "speed is '101.5'"),
        ({"speed_unit": "kph"}, "speed_unit is 'kph'"),
        ({"speed": None}, "speed_unit is given without speed"),
        ({"lap_time": 76.449}, "lap_time is 76.449"),
        ({"lap_time": "1m16.449"}, "lap_time is '1m16.449'"),
        ({"gap": -0.1}, "gap is -0.1"),
        ({"gap": None}, "gap_to is given without gap"),
        ({"gap_approx": None}, "gap_approx is None"),
        ({"status": "dns"}, "status is 'dns'"),
        ({"team": " Lee Racing"}, "team is ' Lee Racing'"),
        ({"team": ""}, "team is ''"),
        ({"driver": "Bo Ray", "class": "gs"}, "row 2: driver 'Bo Ray' is that of row 1"),
        ({"position": 2}, "row 2: position 2 is that of row 1"),
        ({"laps": 3}, "has laps, which the guide does not know"),
    ],
)
def test_wrong_rows(change: dict[str, Any], message: str) -> None:
    found = problems({**RECORD, "records": [{**ROW, **change}, OTHER]})
    assert len(found) == 1, found
    assert message in found[0]


def test_one_driver_may_stand_in_two_classes() -> None:
    assert problems({**RECORD, "records": [ROW, {**ROW, "class": "TCR"}]}) == []


def test_a_row_must_name_somebody() -> None:
    nobody = {**ROW, "driver": None, "team": None, "number": None}
    assert problems({**RECORD, "records": [nobody]}) == ["row 1: it names no competitor"]


def test_keys() -> None:
    backwards = {name: ROW[name] for name in reversed(ROW_KEYS)}
    short = {name: value for name, value in ROW.items() if name != "car"}
    assert "another order" in problems({**RECORD, "records": [backwards]})[0]
    assert problems({**RECORD, "records": [short]}) == ["row 1: it lacks car"]
    assert "another order" in problems(dict(reversed(RECORD.items())))[0]
    assert "another order" in problems(
        {**RECORD, "session": dict(reversed(RECORD["session"].items()))}
    )[0]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "no object"),
        ({**RECORD, "id": "pilot-02"}, "id is 'pilot-02', but the file is called pilot-01"),
        ({**RECORD, "session": None}, "session is no object"),
        ({**RECORD, "records": {}}, "records is no list"),
        ({**RECORD, "session": {**RECORD["session"], "date": "21 June"}}, "not YYYY-MM-DD"),
        ({**RECORD, "session": {**RECORD["session"], "track": 3}}, "track is 3"),
    ],
)
def test_wrong_records(record: Any, message: str) -> None:
    found = problems(record)
    assert len(found) == 1, found
    assert message in found[0]


def test_the_record_is_left_alone() -> None:
    before = json.dumps(RECORD)
    problems(RECORD)
    assert json.dumps(RECORD) == before
