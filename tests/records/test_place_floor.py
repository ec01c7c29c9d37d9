"""A doubtful place stands where a record that is likely hangs on it."""

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.floors import FLOOR
from polesitter.records.place_floor import LEAST, place_floor
from polesitter.records.places import set_places
from polesitter.records.row import Row


def row(who: str, recorded: float | None, **told: tuple[str, float]) -> Row:
    """Somebody with one value of each meaning, as probable as told."""
    votes = {meaning: [Choice(value, chance)] for meaning, (value, chance) in told.items()}
    return Row(Draft(who, (who,), votes, recorded))


PLACES = [
    # (somebody told to be third with 15 % and what else, the place)
    (row("lee", 0.95, position=("3", 0.15)), "3"),
    (row("lee", 0.7, position=("3", 0.15)), None),
    (row("lee", None, position=("3", 0.15)), None),
    # a record stands without the place
    (row("lee", 0.95, position=("3", 0.15), lap_time=("61.2", 0.9)), None),
    (row("lee", 0.95, position=("3", 0.15), status=("no_time", 0.9)), None),
    # so doubtful a lap makes none
    (row("lee", 0.95, position=("3", 0.15), lap_time=("61.2", 0.1)), "3"),
    # who hardly has a record needs a surer place
    (row("lee", 0.42, position=("3", 0.35)), None),
    (row("lee", 0.9, position=("3", 0.35)), "3"),
    # no place stands that nothing speaks for
    (row("lee", 0.9999, position=("3", LEAST - 0.01)), None),
]


@pytest.mark.parametrize(("one", "place"), PLACES)
def test_a_place_must_be_the_surer_the_less_sure_the_record(one: Row, place: str | None) -> None:
    set_places([one])
    found = one.fields.get("position")
    assert (None if found is None else found.value) == place


def test_a_likely_record_takes_the_place_that_is_free() -> None:
    first, second = row("lee", 0.95, position=("3", 0.9)), row("ray", 0.95, position=("3", 0.6))
    second.draft.votes["position"].append(Choice("4", 0.12))
    set_places([first, second])
    assert [one.fields["position"].value for one in (first, second)] == ["3", "4"]


def test_floors_fall_as_records_grow_surer() -> None:
    floors = [place_floor(row("lee", recorded)) for recorded in (0.4, 0.6, 0.8, 0.9, 0.99)]
    assert floors == sorted(floors, reverse=True)
    assert floors[0] > FLOOR["position"] > floors[2]
    assert floors[-1] == LEAST
