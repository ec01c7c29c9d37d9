"""Which values stand in the text, and which do not."""

from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.corpus_check.grounding import ungrounded
from polesitter.text.plain import unmark

MARKED = (
    "[Ann Lee](DRIVER d1) ([Lee Racing](TEAM t1)) lapped [1m02.100s](LAPTIME) at "
    "[101.5 mph](SPEED) in the No.[08](NUMBER) [Ford Focus](CAR c1) to lead "
    "[Grand Sport](CLASS g1) in [Q3](SEGMENT) at [Brno](TRACK k1). [José Ray](DRIVER d2) was "
    "[four-tenths of a second](GAP) back in one of the [Red Bulls](TEAM t2), [0.041s](GAP) up on a "
    "[Daytona Prototype](CLASS g2)."
)
TEXT, MARKS = unmark(MARKED)


def told(row: dict[str, Any], session: dict[str, Any] | None = None, text: str = TEXT) -> list[str]:
    marks = tuple(MARKS) if text == TEXT else ()
    return list(ungrounded(GoldReport("a-1", text, marks, session or {}, (row,))))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("driver", "Ann Lee"), ("driver", "ANN LEE"), ("driver", "Jose Ray"),
        ("driver", "Ann Lee / José Ray"), ("team", "Lee Racing"), ("team", "Red Bull"),
        ("car", "Ford Focus"), ("number", "08"), ("speed", 101.5), ("lap_time", "1:02.100"),
        ("lap_time", "1:02.1"), ("gap", 0.041), ("gap", 0.4), ("segment", "Q3"), ("class", "GS"),
        ("class", "Grand Sport"), ("class", "DP"), ("position", 7), ("status", "dnq"),
    ],
)  # fmt: skip
def test_values_that_stand_there(field: str, value: Any) -> None:
    assert told({field: value}) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("driver", "Cy Dee"), ("driver", "Ann Lee / Cy Dee"), ("driver", "An Lee"),
        ("team", "Lee Race"), ("car", "Ford Fiesta"), ("number", "8"), ("number", "02"),
        ("speed", 101.4), ("lap_time", "1:02.200"), ("lap_time", "2:02.1"), ("gap", 0.04),
        ("gap", 0.5), ("segment", "Q2"), ("class", "TCR"),
    ],
)  # fmt: skip
def test_values_that_do_not(field: str, value: Any) -> None:
    assert told({field: value}) == [f"row 1: {field} {value!r} does not stand in the text"]


def test_a_target_is_the_driver_of_a_row() -> None:
    rows = ({"driver": "Ann Lee"}, {"driver": "José Ray", "gap": 0.4, "gap_to": "Ann Lee"})
    assert list(ungrounded(GoldReport("a-1", TEXT, tuple(MARKS), {}, rows))) == []
    assert list(ungrounded(GoldReport("a-1", TEXT, tuple(MARKS), {}, rows[1:]))) == [
        "row 1: gap_to 'Ann Lee' is the driver of no row"
    ]


def test_session() -> None:
    assert told({}, {"track": "Brno", "series": None}) == []
    assert told({}, {"track": "Most"}) == ["session: track 'Most' does not stand in the text"]
    assert told({}, {"date": "2024-06-21"}) == ["session: the text has no date"]
    assert told({}, {"date": "2024-06-21"}, "date 2024-06-21\nSo it was.") == []
    assert told({}, {"date": "2024-06-21"}, "On June 21, 2024 they ran.") == []


@pytest.mark.parametrize("text", ["the No. 50 Ford", "No.50, Ford", "#50.", "50"])
def test_a_number_that_stands_there_unmarked(text: str) -> None:
    assert told({"number": "50"}, text=text) == [
        "row 1: number '50' stands in the text and is not marked there: mark it, [50](NUMBER)"
    ]


@pytest.mark.parametrize("text", ["a lap of 1:50.123", "22.50s", "the 50th", "150 laps", "1,50"])
def test_a_number_within_another_does_not_stand_there(text: str) -> None:
    assert told({"number": "50"}, text=text) == ["row 1: number '50' does not stand in the text"]
