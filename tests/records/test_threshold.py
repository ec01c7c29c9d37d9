"""Only what is sure enough."""

import pytest

from polesitter.records.threshold import still_on_pole, sure_enough
from polesitter.types import ClassFacts, Evidence, Result


def said(**scores: float) -> tuple[Evidence, ...]:
    return tuple(Evidence(field, 0, 4, "word", "rule", score) for field, score in scores.items())


def test_a_doubtful_cell_is_emptied_and_takes_along_what_hangs_on_it() -> None:
    result = Result(0, driver="Ann Day", position=2, speed=110.5, speed_unit="mph", speed_kph=177.8,
                    evidence=said(driver=0.9, position=0.8, speed=0.4, speed_unit=0.4))  # fmt: skip
    (kept,) = sure_enough([result], 0.5)
    assert (kept.speed, kept.speed_unit, kept.speed_kph) == (None, None, None)
    assert (kept.driver, kept.position) == ("Ann Day", 2)
    assert {one.field for one in kept.evidence} == {"driver", "position"}


@pytest.mark.parametrize(
    "result",
    [
        Result(0, driver="Ann Day", position=2, evidence=said(driver=0.9, position=0.3)),
        Result(0, driver="Ann Day", position=2, evidence=said(driver=0.3, position=0.9)),
        Result(0, driver="Ann Day", status="dnq", evidence=said(driver=0.9, status=0.3)),
        Result(0, driver="Ann Day", starts_at_rear=True,
               evidence=said(driver=0.9, starts_at_rear=0.3)),
    ],
)  # fmt: skip
def test_a_row_without_outcome_or_owner_is_dropped(result: Result) -> None:
    assert sure_enough([result], 0.5) == []
    assert sure_enough([result], 0.2) == [result]


def test_a_cell_is_as_sure_as_its_weakest_words() -> None:
    words = (*said(position=0.9), *said(position=0.4), *said(driver=0.9))
    assert sure_enough([Result(0, driver="Ann Day", position=7, evidence=words)], 0.5) == []


def test_rows_that_stay_are_numbered_without_holes() -> None:
    gone = Result(0, driver="Ann Day", position=1, evidence=said(driver=0.9, position=0.1))
    stays = Result(1, driver="Bo Lee", position=2, evidence=said(driver=0.9, position=0.9))
    assert [result.result_id for result in sure_enough([gone, stays], 0.5)] == [0]


def test_no_floor_leaves_all_as_it_is() -> None:
    results = [Result(3, driver="Ann Day", evidence=said(driver=0.0))]
    assert sure_enough(results, 0.0) == results


@pytest.mark.parametrize(
    ("results", "pole_driver"),
    [
        ([Result(0, car_class="GS", position=1, driver="Ann Day")], "Ann Day"),
        ([Result(0, car_class="GS", position=1, team="Team A")], None),
        ([Result(0, car_class="GS", position=2, driver="Ann Day")], None),
        ([Result(0, position=1, driver="Ann Day")], None),
        ([], None),
    ],
)
def test_a_class_has_the_pole_driver_whom_the_results_still_have(
    results: list[Result], pole_driver: str | None
) -> None:
    words = said(entries=1.0, pole_driver=0.4)
    (facts,) = still_on_pole([ClassFacts("GS", "Ann Day", 30, evidence=words)], results)
    assert (facts.entries, facts.pole_driver) == (30, pole_driver)
    assert ("pole_driver" in {one.field for one in facts.evidence}) == (pole_driver is not None)
