from collections.abc import Sequence

import pytest

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.answers.questions import grid_answer
from polesitter.analysis.grids import grids
from polesitter.analysis.known_names import Names
from polesitter.analysis.likeness import same_driver, same_entrant
from polesitter.analysis.told import Told
from polesitter.analysis.wanted import Wanted

from .conftest import MakeTold


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("alex palou", "alex paulo", True),
        ("a palou", "alex palou", True),
        ("palou", "alex palou", True),
        ("matt fraver", "matthew fraver", True),
        ("al unser", "al unser jr", False),
        ("jo rose", "jo rosser", False),
        ("ricky taylor", "jordan taylor", False),
        ("kurt busch", "kyle busch", False),
        ("ann lee", "bo ray", False),
        ("lee", "fox", False),
    ],
)
def test_drivers(one: str, other: str, same: bool) -> None:
    assert same_driver(one, other) is same
    assert same_driver(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("stevenson", "stevenson motorsports", True),
        ("joe gibs racing", "joe gibbs racing", True),
        ("bha", "bryan herta autosport", True),
        ("team 1", "team 2", False),
        ("racing", "joe gibbs racing", False),
        ("red team", "blue crew", False),
    ],
)
def test_teams(one: str, other: str, same: bool) -> None:
    assert same_entrant(one, other) is same
    assert same_entrant(other, one) is same


def final(rows: Sequence[Told], driver: str) -> tuple[str, bool]:
    names = Names(rows, Aliases())
    (row,) = [row for row in rows if row.driver == driver]
    (entity_id,) = names.driver_ids(row)
    return entity_id, names.by_likeness(row)


def test_a_slip_goes_to_the_oftener_told(told: MakeTold) -> None:
    rows = [told("Alex Palou"), told("Alex Palou", source="b"), told("Alex Paulo", source="c")]
    assert final(rows, "Alex Paulo") == ("~alex palou", True)
    name = Names(rows, Aliases()).drivers.name("~alex palou")
    assert (name.spelling, name.likeness, name.count) == ("Alex Palou", ("Alex Paulo",), 3)


def test_a_surname_goes_to_the_only_one_who_bears_it(told: MakeTold) -> None:
    assert final([told("Ann Lee"), told("Lee", source="b")], "Lee") == ("~ann lee", True)


def test_a_surname_of_two_goes_to_neither(told: MakeTold) -> None:
    rows = [told("Ann Lee"), told("Bo Lee"), told("Lee", source="b")]
    assert final(rows, "Lee") == ("~lee", False)


def test_two_names_in_one_report_are_two(told: MakeTold) -> None:
    rows = [told("Alex Palou"), told("Alex Paulo")]
    assert final(rows, "Alex Paulo") == ("~alex paulo", False)
    assert final(rows, "Alex Palou") == ("~alex palou", False)


@pytest.mark.parametrize("series", ["Formula E", None])
def test_likeness_counts_within_a_series_only(told: MakeTold, series: str | None) -> None:
    rows = [told("Ann Lee"), told("Lee", source="b", series=series)]
    assert final(rows, "Lee") == ("~lee", False)


def test_a_listed_name_is_never_moved(told: MakeTold) -> None:
    rows = [told("Ann Lee")] * 3 + [told("Anne Lee", source="b", driver_id="driver:anne-lee")]
    names = Names(rows, Aliases())
    assert names.driver_ids(rows[0]) == ("driver:anne-lee",)
    assert names.driver_ids(rows[3]) == ("driver:anne-lee",)


def test_the_commonest_spelling_is_shown_and_capitals_lose(told: MakeTold) -> None:
    spelled = ["JOS LEE", "Jos Lee", "José Lee", "José Lee"]
    rows = [
        told(name, source=str(number), driver_id="driver:jose-lee")
        for number, name in enumerate(spelled)
    ]
    assert Names(rows, Aliases()).drivers.name("driver:jose-lee").spelling == "José Lee"
    assert Names(rows[:2], Aliases()).drivers.name("driver:jose-lee").spelling == "Jos Lee"


def test_a_grid_tells_that_one_name_is_only_like_another(told: MakeTold) -> None:
    rows = [told("Bo Ray", 1), told("Ann Lee", 2), told("Ann Lee", source="b.txt")]
    assert not grid_answer(grids(rows, Wanted())).notes
    rows.append(told("Lee", 2, source="c.txt"))
    (note,) = grid_answer(grids(rows, Wanted())).notes
    assert "a spelling that is only like it" in note
