from collections.abc import Sequence
from datetime import date

import pytest

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.grids import grids
from polesitter.analysis.pole_counts import By, Poles, count_poles
from polesitter.analysis.told import Told
from polesitter.analysis.wanted import Wanted

from .conftest import MakeTold

NEXT = {"session_id": "s2", "session_date": date(2024, 6, 1), "source": "c.txt"}


def counted(rows: Sequence[Told], by: By = "driver") -> list[Poles]:
    return count_poles(grids(rows, Wanted()), by, Aliases())


def test_a_pole_told_twice_is_one(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Ann Lee", 1, source="b.txt")]
    (poles,) = counted(rows)
    assert (poles.name, poles.poles, poles.share, poles.disputed) == ("Ann Lee", 1, 1.0, 0)


def test_most_first_with_days(told: MakeTold) -> None:
    rows = [told("Bo Ray", 1), told("Ann Lee", 1, car_class="GS"), told("Ann Lee", 1, **NEXT)]
    first, second = counted(rows)
    assert (first.name, first.poles, first.first, first.last) == (
        "Ann Lee", 2, date(2024, 5, 4), date(2024, 6, 1),
    )  # fmt: skip
    assert (second.name, second.poles) == ("Bo Ray", 1)


@pytest.mark.parametrize("status", ["disallowed", "withdrawn"])
def test_a_lost_pole_is_none(told: MakeTold, status: str) -> None:
    assert counted([told("Ann Lee", 1, status=status)]) == []


def test_a_pole_of_two_is_counted_once_and_disputed(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Bo Ray", 1, source="b.txt", confidence=0.2)]
    (poles,) = counted(rows)
    assert (poles.name, poles.poles, poles.disputed) == ("Ann Lee", 1, 1)


def test_a_crew_counts_for_each_driver(told: MakeTold) -> None:
    assert [poles.name for poles in counted([told("Ann Lee / Bo Ray", 1)])] == ["Ann Lee", "Bo Ray"]


@pytest.mark.parametrize(
    ("by", "cells", "name"),
    [
        ("team", {"team": "Red Team"}, "Red Team"),
        ("manufacturer", {"manufacturer": "Ford"}, "Ford"),
        ("series", {}, "IndyCar"),
    ],
)
def test_by(told: MakeTold, by: By, cells: dict[str, str], name: str) -> None:
    (poles,) = counted([told("Ann Lee", 1, **cells), told("Bo Ray", 2)], by)
    assert (poles.name, poles.poles, poles.drivers) == (name, 1, 1)


def test_a_pole_without_a_team_counts_for_none(told: MakeTold) -> None:
    assert counted([told("Ann Lee", 1)], "team") == []
