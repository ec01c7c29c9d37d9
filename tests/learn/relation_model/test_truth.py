"""What claims mean by the records."""

from typing import Any

import pytest

from polesitter.learn.relation_model.truth import Lesson, Rows, truth
from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.find import find_claims

from ...marked import names, read_all


def row(place: int, driver: str, gap: float | None = None, to: str | None = None) -> dict[str, Any]:
    return {
        "class": None, "position": place, "driver": driver, "gap": gap, "gap_to": to,
        "number": None, "team": None,
    }  # fmt: skip


MARGIN = "[Lee](DRIVER) won by [.3 seconds](GAP). [Ray](DRIVER) and [Cox](DRIVER) were next."
LEE, RAY = row(1, "Lee"), row(2, "Ray", 0.3, "leader")
MARGINS = [
    ([LEE, RAY], {"Lee": "margin"}),
    ([LEE, RAY | {"gap": 0.4}], {"Lee": "no"}),
    # of another class, or behind another
    ([LEE, RAY | {"class": "GT"}], {"Lee": "no"}),
    ([LEE, RAY | {"position": 3}], {"Lee": "no"}),
    ([row(2, "Lee"), row(3, "Ray", 0.3, "Lee")], {"Lee": "margin"}),
    ([row(2, "Lee"), row(3, "Ray", 0.3, "leader")], {"Lee": "no"}),
]


@pytest.mark.parametrize(("records", "meanings"), MARGINS)
def test_a_margin_is_the_gap_of_who_is_next(
    records: list[dict[str, Any]], meanings: dict[str, str]
) -> None:
    view, cast = read_all(MARGIN)
    lesson = Lesson(view, cast, records)
    rows = Rows(lesson)
    known = names(view)
    found = {
        known[claim.competitor]: truth(lesson, rows, claim)
        for claim in find_claims(view, frames_of(view))
        if claim.label == "MARGIN"
    }
    assert found == meanings


CARS = [
    ("Mustangs", "Ford Mustang GT4", "car"),
    ("Chevrolet SS", "Chevrolet SS", "car"),
    ("Chevrolet SS", "Chevrolet Camaro", "no"),
    ("Mercedes", "Mercedes-AMG GT3", "car"),
]


@pytest.mark.parametrize(("told", "car", "meaning"), CARS)
def test_a_car_is_that_of_the_record_by_part_of_its_name(told: str, car: str, meaning: str) -> None:
    view, cast = read_all(f"[Lee](DRIVER) won in one of the [{told}](CAR).")
    lesson = Lesson(view, cast, [row(1, "Lee") | {"car": car}])
    (claim,) = [one for one in find_claims(view, frames_of(view)) if one.label == "CAR"]
    assert truth(lesson, Rows(lesson), claim) == meaning
