import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.measures import find_measures


def gaps(text: str) -> list[tuple[str, object, bool]]:
    return [(m.text, m.value, m.approx) for m in find_measures(text) if m.label == "GAP"]


@pytest.mark.parametrize(
    ("text", "surface", "seconds"),
    [
        ("He was .803 seconds faster than Trinkler.", ".803 seconds", 0.803),
        ("beat him by 0.094s.", "0.094s", 0.094),
        ("third, +1.571s", "1.571s", 1.571),
        ("2 | 1 | Max Power | +0.018", "0.018", 0.018),
        ("off the front row by 0.031sec.", "0.031sec", 0.031),
        ("a lap that was .263 off the pole time", ".263", 0.263),
        ("was .239 of a second better", ".239 of a second", 0.239),
        ("Johnstone, 0.21 slower, is next", "0.21", 0.21),
        ("came within .027 of it", ".027", 0.027),
        ("1.7 seconds adrift", "1.7 seconds", 1.7),
        ("two hundredths behind", "two hundredths", 0.02),
        ("by nine-thousandths of a second", "nine-thousandths of a second", 0.009),
        ("26 thousandths shy", "26 thousandths", 0.026),
        ("by twenty-six thousandths", "twenty-six thousandths", 0.026),
        ("only a thousandth behind", "a thousandth", 0.001),
        ("by three one-hundredths of a second", "three one-hundredths of a second", 0.03),
        ("by four ten-thousandths of a second", "four ten-thousandths of a second", 0.0004),
        ("won by 3/100ths of a second", "3/100ths of a second", 0.03),
        ("20.5 seconds behind the pole car", "20.5 seconds", 20.5),
        ("Ivers was beaten by .04, no more", ".04", 0.04),
        ("edged Dell's Lotus by 0.7 and led", "0.7", 0.7),
        # what is no gap does not hide the one behind it
        ("With 45 seconds left he was 0.2 seconds off", "0.2 seconds", 0.2),
        ("Two of the 488s were 0.2 seconds off", "0.2 seconds", 0.2),
        ("It took 30 seconds, and 0.2 seconds covered them", "0.2 seconds", 0.2),
    ],
)
def test_an_exact_gap(text: str, surface: str, seconds: float) -> None:
    assert gaps(text) == [(surface, seconds, False)]


@pytest.mark.parametrize(
    ("text", "surface", "seconds"),
    [
        ("within four-tenths of him", "four-tenths", 0.4),
        ("four tenths of a second down", "four tenths of a second", 0.4),
        ("Four-tenths covered the field", "Four-tenths", 0.4),
        ("half a second clear", "half a second", 0.5),
        ("a half-second quicker", "a half-second", 0.5),
        ("about a tenth and a half shy", "a tenth and a half", 0.15),
        ("two and a half tenths shy", "two and a half tenths", 0.25),
        ("another tenth adrift in third", "another tenth", 0.1),
        ("half a tenth in arrears", "half a tenth", 0.05),
        ("one-seventh of a second back", "one-seventh of a second", 0.1429),
        ("three-quarters of a second in hand", "three-quarters of a second", 0.75),
        ("a quarter of a second back", "a quarter of a second", 0.25),
        ("by almost a quarter-second from Lee", "a quarter-second", 0.25),
        ("a couple of tenths off", "a couple of tenths", 0.2),
        ("by a second.", "a second", 1.0),
        ("a second and a half slower", "a second and a half", 1.5),
        ("headed his group by a full second", "a full second", 1.0),
        ("six seconds clear of Nojiri", "six seconds", 6.0),
        ("a second from pole", "a second", 1.0),
        ("The difference was almost a second.", "a second", 1.0),
        ("nearly 0.4 seconds off", "0.4 seconds", 0.4),
        ("just over a tenth quicker", "a tenth", 0.1),
        ("almost two hundredths clear", "two hundredths", 0.02),
        ("less than 26 thousandths back", "26 thousandths", 0.026),
    ],
)
def test_a_rounded_gap(text: str, surface: str, seconds: float) -> None:
    assert gaps(text) == [(surface, seconds, True)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a second pole for the team.",
        "He set it on a second run.",
        "a second set of tires",
        "with six seconds left on the clock",
        "a tenth career pole",
        "a split second later",
        "eleven thousandths of a mile an hour off",
        "a 10-second penalty",
        "He qualified tenth.",
        "around the 2.258-mile course",
        "a 5.0-liter engine",
        "one second-place finish",
        "a bill raised by .5 percent",
    ],
)
def test_no_gap(text: str) -> None:
    assert gaps(text) == []


@given(st.integers(1, 999))
def test_every_gap_under_a_second_is_read_in_full(thousandths: int) -> None:
    figure = f".{thousandths:03d}"
    assert gaps(f"He was {figure} seconds behind.") == [
        (f"{figure} seconds", thousandths / 1000, False)
    ]


@pytest.mark.parametrize("text", ["put two Porsche 962s behind him", "the 911s were behind"])
def test_models_in_the_plural_are_no_gaps(text: str) -> None:
    assert gaps(text) == []
