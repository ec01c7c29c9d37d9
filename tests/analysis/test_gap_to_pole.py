from typing import Any

import pytest

from polesitter.analysis.answers.texts import gap_to_pole_text
from polesitter.analysis.grids import grids
from polesitter.analysis.wanted import Wanted

from .conftest import MakeTold


@pytest.mark.parametrize(
    ("pole", "second", "seconds", "percent", "source"),
    [
        ({"lap_time_s": 50.0}, {"gap_s": 0.5, "gap_to": "leader"}, 0.5, 1.0, "stated"),
        ({}, {"gap_s": 0.5, "gap_to": "leader"}, 0.5, None, "stated"),
        ({"lap_time_s": 50.0}, {"lap_time_s": 50.25}, 0.25, 0.5, "laps"),
        ({"lap_time_s": 50.0}, {"lap_time_s": 50.25, "segment": "Q2"}, None, None, None),
        ({"lap_time_s": 50.0}, {"lap_time_s": 49.0}, None, None, None),
        ({"lap_time_s": 50.0}, {"gap_s": 0.5, "gap_to": "Ann Lee"}, 0.5, 1.0, "chain"),
        ({"speed_kph": 202.0}, {"speed_kph": 200.0}, None, 1.0, "speeds"),
        ({"speed_kph": 200.0}, {"speed_kph": 202.0}, None, None, None),
        ({"speed_kph": 202.0}, {"speed_kph": 200.0, "segment": "Q2"}, None, None, None),
        ({"lap_time_s": 50.0}, {"gap_s": 0.5, "gap_to": "Somebody"}, None, None, None),
        (
            {"lap_time_s": 50.0},
            {"gap_s": 0.5, "gap_to": "leader", "lap_time_s": 50.7},
            0.5, 1.0, "stated",
        ),
    ],
)  # fmt: skip
def test_gap(
    told: MakeTold,
    pole: dict[str, Any],
    second: dict[str, Any],
    seconds: float | None,
    percent: float | None,
    source: str | None,
) -> None:
    ((first, other),) = grids([told("Ann Lee", 1, **pole), told("Bo Ray", 2, **second)], Wanted())
    assert (other.gap_to_pole_s, other.gap_to_pole_pct, other.gap_from) == (
        seconds,
        percent,
        source,
    )
    assert (first.gap_to_pole_s, first.gap_from) == (0.0, None)


def test_gaps_add_up_along_a_chain(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1),
        told("Bo Ray", 2, gap_s=0.25, gap_to="leader"),
        told("Cy Fox", 3, gap_s=0.5, gap_to="Bo Ray"),
    ]
    ((*_, third),) = grids(rows, Wanted())
    assert (third.gap_to_pole_s, third.gap_from) == (0.75, "chain")


def test_a_gap_that_rests_on_round_words_is_marked_along_the_chain(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1),
        told("Bo Ray", 2, gap_s=0.2, gap_to="leader", gap_approx=True),
        told("Cy Fox", 3, gap_s=0.125, gap_to="Bo Ray"),
        told("Di Eck", 4, gap_s=0.5, gap_to="leader"),
        told("Ed Gil", 5, gap_s=0.3, gap_to="Di Eck", gap_approx=True),
    ]
    ((_, *places),) = grids(rows, Wanted())
    assert [place.gap_to_pole_approx for place in places] == [True, True, False, True]
    assert [gap_to_pole_text(place) for place in places] == ["~0.2", "~0.325", "+0.500", "~0.8"]


def test_a_gap_in_round_words_does_not_mark_what_laps_tell(told: MakeTold) -> None:
    second = told("Bo Ray", 2, lap_time_s=50.25, gap_s=0.2, gap_to="Cy Fox", gap_approx=True)
    ((_, other),) = grids([told("Ann Lee", 1, lap_time_s=50.0), second], Wanted())
    assert (other.gap_from, other.gap_to_pole_approx) == ("laps", False)


@pytest.mark.parametrize("first", [2, None])
def test_no_pole_no_gap(told: MakeTold, first: int | None) -> None:
    rows = [told("Ann Lee", first, lap_time_s=50.0), told("Bo Ray", 3, lap_time_s=51.0)]
    assert {place.gap_to_pole_s for (*places,) in grids(rows, Wanted()) for place in places} == {
        None
    }


def test_two_poles_no_gap(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1, lap_time_s=50.0),
        told("Bo Ray", 1, lap_time_s=50.0, source="b.txt"),
        told("Cy Fox", 3, lap_time_s=51.0),
    ]
    ((*_, third),) = grids(rows, Wanted())
    assert third.gap_to_pole_s is None
