from typing import Any

from polesitter.review.app.merge import merge_parts, one_numbering
from polesitter.types import Evidence, Mention, Result


def row(driver: str | None, **cells: Any) -> Result:
    return Result(0, driver=driver, **cells)


def test_one_part_stays_as_it_is() -> None:
    rows = [row("Ann Lee"), row("Ann Lee")]
    assert merge_parts([rows]) == rows


def test_a_driver_of_two_parts_has_one_row_and_the_first_part_is_right() -> None:
    proof = Evidence("gap_s", 90, 94, ".803", "link.gap", 0.9)
    merged = merge_parts(
        [
            [row("Zo\u00eb Lee", position=2)],
            [row("Zoe Lee", position=3, gap_s=0.803, evidence=(proof,))],
        ]
    )
    assert [(one.position, one.gap_s, one.evidence) for one in merged] == [(2, 0.803, (proof,))]


def test_other_classes_and_cars_without_a_driver_stay_apart() -> None:
    parts = [[row("Ann Lee", car_class="GS")], [row("Ann Lee", car_class="TCR"), row(None)]]
    assert len(merge_parts([*parts, [row(None)]])) == 4


def names(parts: list[list[Mention]]) -> list[list[str | None]]:
    return [[one.entity_id for one in part] for part in parts]


def test_a_name_spelled_alike_is_one_entity_across_parts() -> None:
    first = [Mention(0, 7, "Ann Lee", "DRIVER", entity_id="d0")]
    second = [
        Mention(20, 23, "Bo", "DRIVER", entity_id="p1.d0"),
        Mention(30, 33, "Lee", "DRIVER", entity_id="p1.d1"),
        Mention(40, 47, "Ann Lee", "DRIVER", entity_id="p1.d1"),
        Mention(50, 57, "Ann Lee", "TEAM", entity_id="p1.t0"),
        Mention(60, 63, "P3", "POSITION"),
    ]
    told = names(one_numbering([first, second]))
    assert told == [["d0"], ["p1.d0", "d0", "d0", "p1.t0", None]]
