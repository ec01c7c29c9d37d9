"""Values that lost: each with why."""

from dataclasses import replace

import pytest

from polesitter.records.extraction import Extraction
from polesitter.review.fields import FIELDS
from polesitter.review.readings import Readings
from polesitter.review.rival import Rivals
from polesitter.types import Relation

FIELD = {field.name: field for field in FIELDS}


def rivals_of(extraction: Extraction, row: int, head: int, field: str) -> list[tuple[str, str]]:
    rivals = Rivals(Readings(extraction), extraction.results[row], {head})
    return [(rival.text, rival.why) for rival in rivals.of(FIELD[field])]


def with_relation(extraction: Extraction, relation: Relation) -> Extraction:
    return replace(extraction, relations=(*extraction.relations, relation))


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        (Relation("lap_time", 0, 7, "89.0", "outcome", "x", 0.2, False),
         "1:23.529 (99%) is more probable"),
        (Relation("lap_time", 0, 7, "89.0", "outcome", "x", 0.995, False),
         "1:23.529 (99%) goes better with the rest of the report"),
        (Relation("lap_time", 0, 7, "89.0", "history", "x", 0.2, False), "told of history"),
    ],
)  # fmt: skip
def test_why_a_lap_lost(extraction: Extraction, relation: Relation, why: str) -> None:
    found = rivals_of(with_relation(extraction, relation), 0, 0, "lap_time")
    assert found == [("1:29.000", why)]


def test_the_value_taken_is_no_rival_of_itself(extraction: Extraction) -> None:
    twice = Relation("lap_time", 0, 3, "83.529", "outcome", "other", 0.4, False)
    assert rivals_of(with_relation(extraction, twice), 0, 0, "lap_time") == []


def test_a_place_that_another_holds(extraction: Extraction) -> None:
    first = Relation("qualified", 4, 1, "1", "outcome", "x", 0.3, False)
    assert rivals_of(with_relation(extraction, first), 1, 4, "position") == [
        ("pole", "it is Ann Lee's")
    ]


def test_a_place_is_had_once_in_a_class_whatever_the_session(extraction: Extraction) -> None:
    pole = replace(extraction.results[0], session_name="Race 2")
    extraction = replace(extraction, results=(pole, *extraction.results[1:]))
    told = Relation("qualified", 4, 7, "1", "outcome", "x", 0.3, False)
    assert rivals_of(with_relation(extraction, told), 1, 4, "position") == [
        ("1:29.000", "it is Ann Lee's")
    ]


def test_the_likeliest_come_first_and_each_value_once(extraction: Extraction) -> None:
    for score in (0.1, 0.4):
        relation = Relation("lap_time", 4, 3, "83.529", "outcome", f"r{score}", score, False)
        extraction = with_relation(extraction, relation)
    rivals = Rivals(Readings(extraction), extraction.results[1], {4})
    assert [rival.score for rival in rivals.of(FIELD["lap_time"])] == [0.4, 0.31]
