from datetime import date

import pytest

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.field_coverage import coverage
from polesitter.analysis.grids import grids
from polesitter.analysis.margin import margins
from polesitter.analysis.place import Place
from polesitter.analysis.steps import progress
from polesitter.analysis.teammates import head_to_head
from polesitter.analysis.wanted import Wanted

from .conftest import MakeTold


@pytest.fixture
def season(told: MakeTold) -> list[list[Place]]:
    """Three sessions: Ann ahead twice, Bo once; Cy of another team."""
    rows = []
    for month, (first, second) in enumerate([("Ann Lee", "Bo Ray")] * 2 + [("Bo Ray", "Ann Lee")]):
        where = {
            "session_id": f"s{month}",
            "session_date": date(2024, month + 3, 2),
            "source": f"{month}.txt",
            "track": None,
        }
        rows += [
            told(first, 1, team="Red Team", lap_time_s=60.0, **where),
            told(second, 2 + month, team="Red Team", lap_time_s=60.25, **where),
            told("Cy Fox", 9, team="Blue Crew", **where),
        ]
    return grids(rows, Wanted())


def test_head_to_head(season: list[list[Place]]) -> None:
    (duel,) = head_to_head(season)
    assert (duel.team, duel.driver, duel.teammate) == ("Red Team", "Ann Lee", "Bo Ray")
    assert (duel.ahead, duel.behind, duel.sessions) == (2, 1, 3)
    assert (duel.gap_s, duel.gaps) == (0.25, 3)


def test_the_driver_ahead_more_often_comes_first(told: MakeTold) -> None:
    rows = [
        told("Bo Ray", 1, team="Red", lap_time_s=60.0),
        told("Ann Lee", 4, team="Red", lap_time_s=60.5),
    ]
    (duel,) = head_to_head(grids(rows, Wanted()))
    assert (duel.driver, duel.ahead, duel.behind, duel.gap_s) == ("Bo Ray", 1, 0, 0.5)


def test_teammates_without_a_place_never_met(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, team="Red"), told("Bo Ray", None, team="Red")]
    assert head_to_head(grids(rows, Wanted())) == []


def test_progress_of_a_driver(season: list[list[Place]]) -> None:
    steps = progress(season, Aliases(), driver="ray")
    assert [step.position for step in steps] == [2, 3, 1]
    assert [step.best_so_far for step in steps] == [2, 2, 1]
    assert [step.mean_so_far for step in steps] == [2.0, 2.5, 2.0]
    assert [step.places for step in steps] == [3, 3, 3]


def test_progress_of_a_team_is_its_best_car(season: list[list[Place]]) -> None:
    steps = progress(season, Aliases(), team="red")
    assert [(step.position, step.driver, step.cars) for step in steps] == [
        (1, "Ann Lee", 2), (1, "Ann Lee", 2), (1, "Bo Ray", 2),
    ]  # fmt: skip


def test_progress_tells_namesakes_apart(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Bo Lee", 2)]
    steps = progress(grids(rows, Wanted()), Aliases(), driver="lee")
    assert [(step.id, step.best_so_far) for step in steps] == [("~ann lee", 1), ("~bo lee", 2)]


def test_margins(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1, lap_time_s=60.0),
        told("Bo Ray", 2, lap_time_s=60.5),
        told("Cy Fox", 10, lap_time_s=62.0),
        told("Di Eck", 11),
    ]
    (margin,) = margins(grids(rows, Wanted()))
    assert (margin.pole_driver, margin.pole_lap_s) == ("Ann Lee", 60.0)
    assert (margin.margin_s, margin.tenth_s, margin.median_s, margin.widest_s) == (
        0.5, 2.0, 1.2, 2.0,
    )  # fmt: skip
    assert (margin.gaps, margin.places) == (2, 4)


def test_what_rests_on_round_words_is_told_of_a_margin(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1),
        told("Bo Ray", 2, gap_s=0.2, gap_to="leader", gap_approx=True),
        told("Cy Fox", 3, gap_s=0.3125, gap_to="leader"),
        told("Di Eck", 10, gap_s=0.25, gap_to="Bo Ray"),
    ]
    (margin,) = margins(grids(rows, Wanted()))
    assert (margin.margin_s, margin.median_s, margin.widest_s) == (0.2, 0.3125, 0.45)
    assert margin.approx == ("margin_s", "tenth_s", "widest_s")


def test_a_median_of_two_rests_on_both(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1),
        told("Bo Ray", 2, gap_s=0.1, gap_to="leader"),
        told("Cy Fox", 3, gap_s=0.5, gap_to="leader", gap_approx=True),
    ]
    (margin,) = margins(grids(rows, Wanted()))
    assert margin.approx == ("median_s", "widest_s")


def test_a_session_without_gaps_has_no_margin(told: MakeTold) -> None:
    assert margins(grids([told("Ann Lee", 1), told("Bo Ray", 2)], Wanted())) == []


def test_coverage_by_series(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1, confidence=1.0),
        told("Bo Ray", None, source="b.txt", confidence=0.5),
        told("Cy Fox", 3, series=None),
    ]
    first, second = coverage(rows, "series", Aliases())
    assert (first.name, first.reports, first.rows) == ("IndyCar", 2, 2)
    assert (first.position, first.driver, first.team, first.confidence) == (0.5, 1.0, 0.0, 0.75)
    assert (second.name, second.rows, second.series) == ("not stated", 1, 0.0)


def test_coverage_by_source(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Bo Ray", 2, source="b.txt")]
    assert [one.name for one in coverage(rows, "source", Aliases())] == ["a.txt", "b.txt"]
