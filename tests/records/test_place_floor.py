"""A doubtful place stands only where the record that hangs on it is likely."""

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.floors import FLOOR
from polesitter.records.place_floor import place_floor
from polesitter.records.places import set_places
from polesitter.records.row import Row


def row(who: str, recorded: float | None, **told: tuple[str, float]) -> Row:
    """Somebody with one value of each meaning, as probable as told."""
    votes = {meaning: [Choice(value, chance)] for meaning, (value, chance) in told.items()}
    return Row(Draft(who, (who,), votes, recorded))


PLACES = [
    # (somebody told to be third, how probably, and what else; the place)
    (row("lee", 0.95, position=("3", 0.25)), "3"),
    (row("lee", None, position=("3", 0.25)), "3"),
    # who hardly has a record needs a surer place
    (row("lee", 0.42, position=("3", 0.35)), None),
    (row("lee", 0.9, position=("3", 0.35)), "3"),
    # a record stands without the place
    (row("lee", 0.42, position=("3", 0.35), lap_time=("61.2", 0.9)), "3"),
    (row("lee", 0.42, position=("3", 0.35), status=("no_time", 0.9)), "3"),
    # so doubtful a lap makes none
    (row("lee", 0.42, position=("3", 0.35), lap_time=("61.2", 0.1)), None),
    # no place stands that hardly anything speaks for, however sure the record
    (row("lee", 0.9999, position=("3", FLOOR["position"] - 0.01)), None),
]


@pytest.mark.parametrize(("one", "place"), PLACES)
def test_a_place_must_be_the_surer_the_less_sure_the_record(one: Row, place: str | None) -> None:
    set_places([one])
    found = one.fields.get("position")
    assert (None if found is None else found.value) == place


def test_a_likely_record_takes_the_place_that_is_free() -> None:
    first, second = row("lee", 0.95, position=("3", 0.9)), row("ray", 0.95, position=("3", 0.6))
    second.draft.votes["position"].append(Choice("4", 0.22))
    set_places([first, second])
    assert [one.fields["position"].value for one in (first, second)] == ["3", "4"]


def test_floors_rise_as_records_grow_less_sure() -> None:
    floors = [place_floor(row("lee", recorded)) for recorded in (0.4, 0.5, 0.6, 0.8, 0.99)]
    assert floors[:4] == sorted(set(floors[:4]), reverse=True)
    assert floors[3:] == [FLOOR["position"]] * 2
