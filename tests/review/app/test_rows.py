from dataclasses import replace
from typing import Any

from polesitter.review.app.draft import Draft, Pin
from polesitter.review.app.rows import Row, rows_of
from polesitter.types import Evidence, Mention, Result

LEE = Mention(0, 7, "Ann Lee", "DRIVER", entity_id="d0")
LATE = Mention(50, 53, "Lee", "DRIVER", entity_id="d0")
CARR = Mention(20, 27, "Bo Carr", "DRIVER", entity_id="d1")
MENTIONS = [LEE, CARR, LATE]


def result(mention: Mention, position: int | None, **cells: Any) -> Result:
    proof = Evidence("driver", mention.start, mention.end, mention.text, "reference.driver", 1.0)
    return Result(
        0,
        driver=mention.text,
        position=position,
        evidence=(proof,),
        **cells,
    )


def pinned(row: str, field: str, **values: object) -> Draft:
    return Draft(pins={row: {field: Pin(dict(values))}})


def drivers(rows: list[Row]) -> list[str | None]:
    return [row.values["driver"] for row in rows]


def test_rows_stand_by_class_and_place() -> None:
    rows = rows_of([result(LEE, 2), result(CARR, 1)], MENTIONS, Draft())
    assert drivers(rows) == ["Bo Carr", "Ann Lee"]
    assert [row.id for row in rows] == ["a20", "a0"]


def test_what_a_reviewer_set_stands_over_the_extractor() -> None:
    draft = pinned("a0", "gap", gap=0.5, gap_approx=False)
    row = rows_of([result(LEE, 1, gap_s=0.1)], MENTIONS, draft)[0]
    assert (row.values["gap"], row.pinned) == (0.5, {"gap"})


def test_a_pinned_row_is_found_when_its_driver_is_named_elsewhere() -> None:
    draft = pinned("a50", "gap", gap=0.5, gap_approx=False)
    rows = rows_of([result(LEE, 1), result(CARR, 2)], MENTIONS, draft)
    assert [(row.id, row.values["gap"]) for row in rows] == [("a50", 0.5), ("a20", None)]


def test_a_pinned_row_that_the_extractor_gives_no_more_stays() -> None:
    draft = pinned("a20", "gap", gap=0.5, gap_approx=False)
    rows = rows_of([result(LEE, 1)], MENTIONS, draft)
    assert [(row.values["driver"], row.values["gap"]) for row in rows] == [
        ("Ann Lee", None),
        ("Bo Carr", 0.5),
    ]


def test_dropped_rows_stay_away_by_whatever_mention_they_are_named() -> None:
    draft = Draft(dropped=frozenset({"a50"}))
    assert drivers(rows_of([result(LEE, 1), result(CARR, 2)], MENTIONS, draft)) == ["Bo Carr"]


def test_added_rows_hold_what_was_pinned_and_find_their_place() -> None:
    draft = replace(pinned("n1", "position", position=2), added=("n1", "n2"))
    rows = rows_of([result(LEE, 1), result(CARR, 3)], MENTIONS, draft)
    assert [row.id for row in rows] == ["a0", "n1", "a20", "n2"]
    assert rows[3].values["status"] == "classified"


def test_two_rows_named_at_one_place_are_told_apart() -> None:
    rows = rows_of([result(LEE, 1), result(LEE, 2)], MENTIONS, Draft())
    assert [row.id for row in rows] == ["a0", "a0+1"]
