"""When two cells say the same: pairs by field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.scoring.same import (
    crew,
    norm,
    same,
    same_driver,
    same_name,
    seconds,
    segment_key,
    surname,
)

SECONDS = [
    ("1:45.166", 105.166),
    ("49.123", 49.123),
    ("1:02:03.4", 3723.4),
    (105.166, 105.166),
    (60, 60.0),
    (None, None),
    ("fast", None),
    ("1'45.166", None),
]

SAME = [
    ("driver", "Michael de Quesada", "Michael De Quesada", True),
    ("driver", "Owen Trinkler", "Owen Trinker", True),
    ("driver", "Ann Lee", "Bo Ray", False),
    ("driver", "Ann Lee / Bo Ray", "Bo Ray and Ann Lee", True),
    ("driver", "Ann Lee / Bo Ray", "Ann Lee", False),
    ("driver", "Ann Lee", "Ann Lee / Bo Ray", False),
    ("team", "Bryan Herta Autosport", "Bryan Herta Autosports", True),
    ("team", "Rahal 15", "Rahal 30", False),
    ("car", "Honda Civic Type-R TCR", "Honda Civic Type R TCR", True),
    ("class", "Grand Sport", "GS", True),
    ("class", "GTD PRO", "GTD Pro", True),
    ("class", "Pro-Am", "pro am", True),
    ("class", "GTD", "GTD Pro", False),
    ("segment", "Q3", "q3", True),
    ("segment", "Round 3", "third round", True),
    ("segment", "Fast Six", "Firestone Fast 6", True),
    ("segment", "Q1", "Q2", False),
    ("position", 3, "3", True),
    ("position", 3, 4, False),
    ("number", "08", "08", True),
    ("number", "08", "8", False),
    ("grid", "rear", "rear", True),
    ("lap_time", "1:45.166", 105.166, True),
    ("lap_time", "1:45.166", 105.168, False),
    ("lap_time", "fast", 105.166, False),
    ("speed", 113.575, 113.575, True),
    ("speed", 113.575, 113.58, False),
    ("gap", 0.8, 0.8, True),
    ("gap_to", "leader", "leader", True),
    ("gap_to", "leader", "Ann Lee", False),
    ("gap_to", "Ann Lee", "Lee", True),
    ("gap_to", "Ann Lee", "Bo Ray", False),
]


@pytest.mark.parametrize(("value", "number"), SECONDS)
def test_lap_times_as_seconds(value: object, number: float | None) -> None:
    assert seconds(value) == (None if number is None else pytest.approx(number))


@pytest.mark.parametrize(("field", "gold", "found", "expected"), SAME)
def test_cells_that_agree(field: str, gold: object, found: object, expected: bool) -> None:
    assert same(field, gold, found) is expected


def test_some_driver_of_a_crew() -> None:
    assert same_driver("Ann Lee / Bo Ray", "Bo Ray", every=False)
    assert not same_driver("Ann Lee / Bo Ray", "Di Cox", every=False)


@pytest.mark.parametrize(
    ("name", "parts"),
    [("A / B", ("A", "B")), ("A & B", ("A", "B")), ("A, B and C", ("A", "B", "C")), ("A", ("A",)),
     ("Al Unser, Jr.", ("Al Unser, Jr.",))],
)  # fmt: skip
def test_the_drivers_of_a_crew(name: str, parts: tuple[str, ...]) -> None:
    assert crew(name) == parts


@pytest.mark.parametrize(
    ("name", "last"), [("Dale Earnhardt Jr.", ["earnhardt"]), ("Lee", ["lee"]), ("", [])]
)
def test_surnames(name: str, last: list[str]) -> None:
    assert surname(name) == last


def test_segments_of_other_rounds_differ() -> None:
    keys = [segment_key(name) for name in ("Q1", "Q2", "Round 1", "Round 2", "Fast Six", "Fast 12")]
    assert len(set(keys)) == len(keys)


@given(st.text(max_size=30), st.text(max_size=30))
def test_names_agree_both_ways_and_with_themselves(a: str, b: str) -> None:
    assert same_name(a, a)
    assert same_name(a, b) == same_name(b, a)
    assert norm(norm(a)) == norm(a)
