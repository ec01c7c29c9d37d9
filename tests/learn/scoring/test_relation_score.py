from typing import Any

import pytest

from polesitter.learn.scoring.relation_score import RelationTally
from polesitter.types import Mention, Relation

MENTIONS = [
    Mention(0, 7, "Ann Lee", "DRIVER", entity_id="d0"),
    Mention(8, 11, "Lee", "DRIVER", entity_id="d0"),
    Mention(12, 19, "Bo Carr", "DRIVER", entity_id="d1"),
    Mention(20, 22, "RK", "TEAM", entity_id="t0"),
    Mention(23, 32, "Red Kites", "TEAM", entity_id="t0"),
    Mention(33, 35, "08", "NUMBER", value="08"),
]
LEE: dict[str, Any] = {"driver": "Ann Lee", "position": 1, "team": "Red Kites", "car": "Audi RS3"}


def relation(kind: str, head: int, value: str, score: float = 0.9, tail: int = 5) -> Relation:
    return Relation(kind, head, tail, value, "outcome", "rule", score, True)


def counted(records: list[dict[str, Any]], *relations: Relation) -> dict[str, tuple[int, ...]]:
    """Field -> right, wrong, missed, proposed; fields without any left out."""
    tally = RelationTally()
    tally.add(records, MENTIONS, relations)
    counters = (tally.right, tally.wrong, tally.missed, tally.proposed)
    fields = {name for counter in counters for name in counter if counter[name]}
    return {name: tuple(counter[name] for counter in counters) for name in fields}


PLACE = [{"driver": "Ann Lee", "position": 1}]


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ([relation("qualified", 0, "1")], (1, 0, 0, 1)),
        # By the surname, as one entity with the full name.
        ([relation("qualified", 1, "1")], (1, 0, 0, 1)),
        # Said twice is said once.
        ([relation("qualified", 0, "1"), relation("qualified", 1, "1")], (1, 0, 0, 1)),
        # Every triple of the records counts, proposed or not.
        ([], (0, 0, 1, 0)),
        ([relation("qualified", 0, "1", score=0.3)], (0, 0, 1, 1)),
        ([relation("qualified", 0, "2")], (0, 1, 1, 0)),
        # What was judged unlikely is not stated, and so not wrong.
        ([relation("qualified", 0, "2", score=0.3)], (0, 0, 1, 0)),
        ([relation("qualified", 2, "1")], (0, 1, 1, 0)),
        ([relation("grid", 0, "1")], (0, 0, 1, 0)),
    ],
)
def test_places(relations: list[Relation], expected: tuple[int, ...]) -> None:
    assert counted(PLACE, *relations).get("position") == expected


def test_a_team_goes_by_its_fullest_name() -> None:
    told = counted([LEE], relation("drives_for", 0, "RK", tail=3))
    assert told["team"] == (1, 0, 0, 1)


def test_a_short_form_fills_no_cell_but_is_not_wrong() -> None:
    assert counted([LEE], relation("drives", 0, "Audi"))["car"] == (0, 0, 1, 0)
    assert counted([LEE], relation("drives", 0, "BMW"))["car"] == (0, 1, 1, 0)


def test_traits_of_those_without_a_record_are_not_judged() -> None:
    told = counted(PLACE, relation("drives", 2, "BMW"), relation("lap_speed", 2, "113.5"))
    assert "car" not in told
    assert told["speed"] == (0, 1, 0, 0)


def test_a_car_without_driver_is_known_by_its_number() -> None:
    rows = [{"driver": None, "number": "08", "position": 3}]
    told = counted(rows, relation("qualified", 5, "3"), relation("qualified", 0, "3"))
    # The number names the competitor: it is no relation to be found.
    assert told == {"position": (1, 1, 0, 1)}


def test_values_in_the_units_of_the_records() -> None:
    rows = [{"driver": "Lee", "lap_time": "1:23.529", "gap": 0.5, "segment": "Q3"}]
    told = counted(
        rows,
        relation("lap_time", 0, "83.529"),
        relation("gap", 0, "0.5"),
        relation("segment_reached", 0, "Q3"),
    )
    assert told == dict.fromkeys(("lap_time", "gap", "segment"), (1, 0, 0, 1))


def test_figures() -> None:
    tally = RelationTally()
    tally.add([LEE], MENTIONS, [relation("qualified", 0, "1"), relation("drives", 0, "BMW")])
    assert tally.gold() == 3
    assert (tally.score().precision, tally.score().recall) == (1 / 2, 1 / 3)
    assert tally.share_proposed() == 1 / 3
    assert (tally.gold("position"), tally.share_proposed("position")) == (1, 1)
