"""The polesitter is told first, the class of the order late."""

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.late_classes import set_late_classes
from polesitter.records.row import Row

Placed = tuple[str, str | None, int]


def rows_of(*placed: Placed) -> list[Row]:
    rows = []
    for who, car_class, place in placed:
        row = Row(Draft(who, (who,)))
        if car_class is not None:
            row.fields["class"] = Choice(car_class, 0.9)
        row.fields["position"] = Choice(str(place), 0.9)
        rows.append(row)
    return rows


@pytest.mark.parametrize(
    ("placed", "chance", "wanted"),
    [
        pytest.param([("a", None, 1), ("b", "GS", 2), ("c", "TCR", 1)], 0.1, "GS", id="headless"),
        pytest.param([("a", None, 1), ("b", "GS", 2)], 0.04, None, id="hardly possible"),
        pytest.param([("a", None, 1), ("b", "GS", 3)], 0.1, None, id="no second either"),
        pytest.param([("a", None, 1), ("b", "GS", 2), ("c", "GS", 1)], 0.1, None, id="has a first"),
        pytest.param(
            [("a", None, 1), ("b", "GS", 2), ("c", None, 2)], 0.1, None, id="an order of its own"
        ),
        pytest.param(
            [("a", None, 1), ("b", "GS", 2), ("c", "TCR", 2)], 0.1, None, id="two are headless"
        ),
        pytest.param([("a", None, 2), ("b", "GS", 2)], 0.1, None, id="not the polesitter"),
    ],
)
def test_the_pole_is_of_the_class_without_one(
    placed: list[Placed], chance: float, wanted: str | None
) -> None:
    rows = rows_of(*placed)
    set_late_classes(rows, {"a": [("TCR", 0.01, []), ("GS", chance, [])]})
    assert rows[0].car_class == wanted
    told = rows[0].fields.get("class")
    assert (told and (told.value, told.probability)) == (wanted and (wanted, chance))
    assert [row.car_class for row in rows[1:]] == [car_class for _, car_class, _ in placed[1:]]
