from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from polesitter.analysis.grids import grids
from polesitter.analysis.place import Place
from polesitter.analysis.told import Told
from polesitter.analysis.wanted import Wanted

from .conftest import MakeTold

B, C = "b.txt", "c.txt"


def only_grid(rows: Sequence[Told], **wanted: Any) -> list[Place]:
    (places,) = grids(rows, Wanted(**wanted))
    return places


def test_reports_of_one_session_make_one_grid(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, lap_time_s=60.5), told("Ann Lee", 1, source=B, car="Ford")]
    (place,) = only_grid(rows)
    assert (place.position, place.lap_time_s, place.car, place.reports) == (1, 60.5, "Ford", 2)
    assert not place.disputed


def test_reports_of_unknown_sessions_stay_apart(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, session_id=None), told("Ann Lee", 1, session_id=None, source=B)]
    assert len(grids(rows, Wanted())) == 2


def test_most_reports_win_and_the_place_is_disputed(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 2, confidence=0.99),
        told("Ann Lee", 1, source=B, confidence=0.5),
        told("Ann Lee", 1, source=C, confidence=0.5),
    ]
    (place,) = only_grid(rows)
    assert (place.position, place.disputed) == (1, True)


def test_of_one_report_against_another_the_surer_wins(told: MakeTold) -> None:
    rows = [told("Ann Lee", 2, confidence=0.6), told("Ann Lee", 1, source=B, confidence=0.8)]
    assert only_grid(rows)[0].position == 1


def test_a_gap_is_never_mixed_of_two_reports(told: MakeTold) -> None:
    rows = [
        told("Bo Ray", 2, gap_s=0.5, gap_to="Ann Lee", confidence=0.9),
        told("Bo Ray", 2, gap_s=0.3, gap_to="leader", source=B, confidence=0.4),
    ]
    (place,) = only_grid(rows)
    assert (place.gap_s, place.gap_to) == (0.5, "Ann Lee")


def test_what_departs_from_the_rule_is_believed(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Ann Lee", 1, source=B, status="disallowed")]
    assert only_grid(rows)[0].status == "disallowed"


def test_a_class_that_one_report_leaves_out_is_filled_in(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Ann Lee", 1, source=B, car_class="GTD PRO")]
    assert only_grid(rows, car_class="gtdpro")[0].car_class == "GTD PRO"


def test_a_crew_told_by_one_of_its_drivers_is_one_car(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, source=B), told("Ann Lee / Bo Ray", 1)]
    (place,) = only_grid(rows)
    assert (place.driver, place.driver_id) == ("Ann Lee / Bo Ray", "~ann lee / ~bo ray")


@pytest.mark.parametrize("second", [{"car_number": "8"}, {"car_number": None, "position": 4}])
def test_cars_of_a_team_without_drivers_are_two(told: MakeTold, second: dict[str, Any]) -> None:
    rows = [told(None, 3, team="Red", car_number="7"), told(None, 5, team="Red")]
    rows[1] = rows[1]._replace(**second)
    assert len(only_grid(rows)) == 2


@pytest.mark.parametrize(
    ("one", "other", "cars"),
    [
        ({"position": 3}, {"position": 3}, 1),
        ({"position": 3}, {"position": 4}, 2),
        ({}, {}, 2),
        ({"car_number": "7"}, {"car_number": "7", "position": 3}, 1),
    ],
)
def test_cars_without_drivers_in_two_reports(
    told: MakeTold, one: dict[str, Any], other: dict[str, Any], cars: int
) -> None:
    rows = [told(None, team="Red", **one), told(None, team="Red", source=B, **other)]
    assert len(only_grid(rows)) == cars


def test_places_come_in_order_then_stated_starts_then_the_rest(told: MakeTold) -> None:
    rows = [
        told("Un Known"),
        told("Re Ar", grid_position=20),
        told("Cy Fox", 3),
        told("Ann Lee", 1),
    ]
    names = [place.driver for place in only_grid(rows)]
    assert names == ["Ann Lee", "Cy Fox", "Re Ar", "Un Known"]


def test_two_on_one_place_are_disputed_and_the_better_told_comes_first(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", 1),
        told("Bo Ray", 1, source=B),
        told("Bo Ray", 1, source=C),
    ]
    places = only_grid(rows)
    assert [(p.driver, p.disputed) for p in places] == [("Bo Ray", True), ("Ann Lee", True)]


def test_two_races_of_one_day_are_two_grids(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1, session_name="Race 1"), told("Ann Lee", 4, session_name="Race 2")]
    assert [places[0].position for places in grids(rows, Wanted())] == [1, 4]


def test_a_series_spelled_in_two_ways_is_one_session(told: MakeTold, tmp_path: Path) -> None:
    from polesitter.analysis.aliases import Aliases

    folder = tmp_path / "entities"
    folder.mkdir()
    lines = [
        '{"label": "SERIES", "pattern": "IndyCar", "id": "series:indycar"}',
        '{"label": "SERIES", "pattern": "NTT IndyCar Series", "id": "series:indycar"}',
    ]
    (folder / "series.jsonl").write_text("\n".join(lines), encoding="utf-8")
    other = {"series": "NTT IndyCar Series", "session_id": "ntt/barber/2024-05-04", "source": B}
    rows = [told("Ann Lee", 1), told("Ann Lee", 1, **other)]
    assert len(grids(rows, Wanted(aliases=Aliases(tmp_path)))) == 1
    assert len(grids(rows, Wanted())) == 2
