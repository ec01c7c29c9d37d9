"""When the gate is shut."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.predictions import Prediction
from polesitter.learn.retrain.chance import chance_of_fall
from polesitter.learn.retrain.gate import judge
from polesitter.learn.scoring.bootstrap import Counts

Row = dict[str, Any]


def gold(number: int, group: str = "kite") -> GoldReport:
    """A report of two rows with three cells each."""
    rows: tuple[Row, ...] = (
        {"driver": "Ann Lee", "team": "Amber", "position": 1},
        {"driver": "Bo Ray", "team": "Basalt", "position": 2},
    )
    return GoldReport(f"{group}-{number:02}", "Ann Lee, Bo Ray.", (), {}, rows)


def as_told(report: GoldReport) -> Prediction:
    """Everything right."""
    return Prediction(report.records)


def without(name: str) -> Callable[[GoldReport], Prediction]:
    """Everything right, but a field of the first row is not found."""

    def read(report: GoldReport) -> Prediction:
        first, *others = report.records
        return Prediction(({**first, name: None}, *others))

    return read


GOLDS = [*(gold(number) for number in range(1, 21)), *(gold(n, "surf") for n in range(21, 41))]
DEV = frozenset(report.id for report in GOLDS[::2])


def read_by(reader: Callable[[GoldReport], Prediction], *numbers: int) -> dict[str, Prediction]:
    """Predictions by `reader` of the reports with these numbers, of the others as told."""
    return {
        report.id: reader(report) if int(report.id[-2:]) in numbers else as_told(report)
        for report in GOLDS
    }


def fallen(*numbers: int, name: str = "team") -> set[str]:
    """What falls where a cell is lost in the reports of these numbers."""
    result = judge(GOLDS, read_by(as_told), read_by(without(name), *numbers), DEV)
    assert result.passed == (not result.causes)
    return {one.name for one in result.standings if one.falls}


def test_two_models_alike_pass() -> None:
    assert not fallen()


def test_a_model_that_is_better_passes() -> None:
    old, new = read_by(without("team"), *range(1, 41)), read_by(as_told)
    result = judge(GOLDS, old, new, DEV)
    assert result.passed
    assert len(result.gains()) == 40


@pytest.mark.parametrize("numbers", [(7,), (7, 8), (7, 8, 9)])
def test_a_few_lost_cells_may_be_chance(numbers: tuple[int, ...]) -> None:
    assert not fallen(*numbers)


def test_two_reports_are_no_group_to_judge_by() -> None:
    golds = [*GOLDS[:20], *GOLDS[20:22]]
    old, new = read_by(as_told), read_by(without("team"), 21, 22)
    assert judge(golds, old, new, DEV).passed


def test_cells_lost_everywhere_shut_it() -> None:
    assert fallen(*range(1, 41)) == {"all", "dev", "kite", "surf", "team"}


def test_a_series_group_cannot_be_bought_with_another() -> None:
    # All of surf loses its teams, all of kite gains its places: the total is as it was.
    old = read_by(without("position"), *range(1, 21))
    new = read_by(without("team"), *range(21, 41))
    result = judge(GOLDS, old, new, DEV)
    assert {one.name for one in result.standings if one.falls} == {"surf", "team"}
    assert any("group surf" in cause for cause in result.causes)
    assert {change.field for change in result.losses()} == {"team"}


def test_a_fall_among_many_comparisons_must_be_surer_than_one_alone() -> None:
    # Five of 20 reports: unlikely by chance for one group, not for one among many.
    result = judge(GOLDS, read_by(as_told), read_by(without("team"), 1, 2, 3, 4, 5), DEV)
    kite = next(one for one in result.standings if one.name == "kite")
    assert kite.chance < 0.05 < kite.corrected
    assert not kite.falls


def test_gains_elsewhere_leave_the_field_that_falls() -> None:
    old = read_by(without("position"), *range(1, 41))
    new = read_by(without("team"), *range(1, 41))
    result = judge(GOLDS, old, new, DEV)
    assert {one.name for one in result.standings if one.falls} == {"team"}


def test_too_few_reports_are_no_gate() -> None:
    read = read_by(as_told)
    assert not judge(GOLDS[:9], read, read, DEV).passed
    assert judge(GOLDS[:10], read, read, DEV).passed


def test_a_small_group_that_falls_is_found_among_groups_and_fields_that_hardly_change() -> None:
    # Of six groups one loses its teams in all seven reports, and the largest gains more.
    small = [gold(number, f"sort{number % 5}") for number in range(35)]
    golds = [*small, *(gold(number, "large") for number in range(35, 55))]
    worse = {report.id for report in small if report.group == "sort3"}
    better = {report.id for report in golds if report.group == "large"}
    old = {one.id: (without("position") if one.id in better else as_told)(one) for one in golds}
    new = {one.id: (without("team") if one.id in worse else as_told)(one) for one in golds}
    # Each other group has a report that differs.
    for number in (0, 1, 2, 4):
        old[small[number].id] = without("driver")(small[number])
    result = judge(golds, old, new, frozenset(old))
    assert {one.name for one in result.standings if one.falls} == {"sort3", "team"}


@pytest.mark.parametrize("number", range(1, 5))
def test_four_reports_that_differ_are_never_a_fall(number: int) -> None:
    def read(report: GoldReport) -> Prediction:
        return Prediction(())

    old, new = read_by(as_told), read_by(read, *range(1, number + 1))
    assert judge(GOLDS, old, new, DEV).passed


def test_a_fall_by_chance_is_called_one_about_as_often_as_said() -> None:
    chance = random.Random(3)
    called = 0
    for _ in range(200):
        old = [_drawn(chance) for _ in range(60)]
        new = [_drawn(chance) for _ in range(60)]
        called += chance_of_fall(old, new).value < 0.05
    # 10 of 200 are expected; more than 22 come up once in some thousands.
    assert called <= 22


def _drawn(chance: random.Random) -> Counts:
    right = sum(chance.random() < 0.8 for _ in range(12))
    return right, 12 - right, 12 - right
