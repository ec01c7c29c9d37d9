import pytest

from polesitter.errors import PolesitterError
from polesitter.review.app.cells import (
    BY_NAME,
    SESSION_BY_NAME,
    blank,
    cell_of,
    read_cell,
    record_of,
    shown,
)
from polesitter.types import Mention, Result


@pytest.mark.parametrize(
    ("name", "typed", "values"),
    [
        ("position", "3", {"position": 3}),
        ("position", " P3 ", {"position": 3}),
        ("position", "11th", {"position": 11}),
        ("grid", "15", {"grid": 15}),
        ("grid", "Rear", {"grid": "rear"}),
        ("driver", "  Ann   Lee ", {"driver": "Ann Lee"}),
        ("number", "08", {"number": "08"}),
        ("number", "#08", {"number": "08"}),
        ("speed", "113.575 mph", {"speed": 113.575, "speed_unit": "mph"}),
        ("speed", "182 kph", {"speed": 182.0, "speed_unit": "km/h"}),
        ("speed", "182", {"speed": 182.0, "speed_unit": None}),
        ("lap_time", "1:45.166", {"lap_time": "1:45.166"}),
        ("lap_time", "1m05.1s", {"lap_time": "1:05.100"}),
        ("lap_time", "57.912", {"lap_time": "57.912"}),
        ("lap_time", "105.166", {"lap_time": "1:45.166"}),
        ("gap", ".803", {"gap": 0.803, "gap_approx": False}),
        ("gap", "+0.803", {"gap": 0.803, "gap_approx": False}),
        ("gap", "~0.5", {"gap": 0.5, "gap_approx": True}),
        ("status", "No time", {"status": "no_time"}),
        ("status", "", {"status": "classified"}),
        ("gap", " ", {"gap": None, "gap_approx": False}),
        ("speed", "", {"speed": None, "speed_unit": None}),
        ("team", "", {"team": None}),
    ],
)
def test_what_is_typed(name: str, typed: str, values: dict[str, object]) -> None:
    assert read_cell(BY_NAME[name], typed) == values


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("position", "0"),
        ("position", "first"),
        ("grid", "-1"),
        ("lap_time", "1:60.000"),
        ("lap_time", "quick"),
        ("gap", "."),
        ("gap", "-0.5"),
        ("speed", "fast"),
        ("number", "4 5"),
        ("status", "lost"),
    ],
)
def test_what_is_no_value(name: str, typed: str) -> None:
    with pytest.raises(PolesitterError, match="Write"):
        read_cell(BY_NAME[name], typed)


def test_a_day() -> None:
    assert read_cell(SESSION_BY_NAME["date"], "2024-02-29") == {"date": "2024-02-29"}
    with pytest.raises(PolesitterError, match="a day as"):
        read_cell(SESSION_BY_NAME["date"], "2023-02-29")


@pytest.mark.parametrize("text", ["1:45.166", "57.912", "2:33.700", "59.999"])
def test_what_is_shown_can_be_typed_again(text: str) -> None:
    values = blank() | read_cell(BY_NAME["lap_time"], text)
    assert shown("lap_time", values) == text


@pytest.mark.parametrize(
    ("name", "mention", "values"),
    [
        ("gap", Mention(0, 4, ".803", "GAP", 0.803), {"gap": 0.803, "gap_approx": False}),
        (
            "gap",
            Mention(0, 11, "four-tenths", "GAP", 0.4, approx=True),
            {"gap": 0.4, "gap_approx": True},
        ),
        ("lap_time", Mention(0, 6, "57.912", "LAPTIME", 57.912), {"lap_time": "57.912"}),
        (
            "speed",
            Mention(0, 7, "182", "SPEED", 182.0, "km/h"),
            {"speed": 182.0, "speed_unit": "km/h"},
        ),
        ("position", Mention(0, 4, "pole", "POSITION", "1"), {"position": 1}),
        ("grid", Mention(0, 4, "back", "POSITION", "rear"), {"grid": "rear"}),
        ("class", Mention(0, 11, "Grand Sport", "CLASS", "GS"), {"class": "GS"}),
        ("driver", Mention(0, 7, "Ann Lee", "DRIVER"), {"driver": "Ann Lee"}),
        ("gap_to", Mention(0, 7, "Ann Lee", "DRIVER"), {"gap_to": "Ann Lee"}),
    ],
)
def test_a_mention_in_a_cell(name: str, mention: Mention, values: dict[str, object]) -> None:
    assert cell_of(BY_NAME[name], mention) == values


def test_a_row_of_two_places_is_no_place() -> None:
    with pytest.raises(PolesitterError):
        cell_of(BY_NAME["position"], Mention(0, 9, "front row", "POSITION", "row:1"))


def test_a_result_as_a_record() -> None:
    result = Result(0, position=2, starts_at_rear=True, driver="Bo", lap_time_s=61.5, gap_s=0.5)
    record = record_of(result)
    assert (record["position"], record["grid"], record["lap_time"]) == (2, "rear", "1:01.500")
    assert record["status"] == "classified"
