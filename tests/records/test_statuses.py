"""The surer the rest of a row, the surer a status must be; and the other way round."""

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.flags import DROPPED
from polesitter.records.floors import FLOOR, PLACED, TIMED, UNPLACED
from polesitter.records.row import Row
from polesitter.records.statuses import set_status

STANDS = [
    # (fields of the row, the least chance that stands)
    ((), FLOOR["status"]),
    (("grid",), FLOOR["status"]),
    (("lap_time",), FLOOR["status"]),
    (("position",), PLACED),
    (("position", "grid"), PLACED),
    (("position", "lap_time"), TIMED),
    (("position", "speed"), TIMED),
]


@pytest.mark.parametrize(("fields", "floor"), STANDS)
def test_from_which_chance_a_status_stands(fields: tuple[str, ...], floor: float) -> None:
    for chance in (floor - 0.01, floor):
        draft = Draft("d0", ("d0",), {"status": [Choice("dnq", chance), Choice("no_time", 0.1)]})
        row = Row(draft, fields={name: Choice("1", 0.9) for name in fields})
        set_status(row)
        assert ("status" in row.fields) == (chance >= floor)
        if chance >= floor:
            assert row.fields["status"].value == "dnq"


BESIDE = [
    # (chance of the status, of the place, whether the place stands)
    (UNPLACED, UNPLACED - 0.01, False),
    (UNPLACED - 0.01, UNPLACED - 0.02, True),
    (UNPLACED + 0.1, UNPLACED, True),
]


@pytest.mark.parametrize(("status", "place", "stands"), BESIDE)
def test_a_likely_status_takes_a_doubtful_place(status: float, place: float, stands: bool) -> None:
    row = Row(Draft("d0", ("d0",), {"status": [Choice("dnq", status)]}))
    row.fields["position"] = Choice("9", place)
    set_status(row)
    assert set(row.fields) == ({"status", "position"} if stands else {"status"})
    assert row.flags == ([] if stands else [DROPPED])


def test_who_was_disallowed_has_had_a_place() -> None:
    row = Row(Draft("d0", ("d0",), {"status": [Choice("disallowed", UNPLACED + 0.1)]}))
    row.fields["position"] = Choice("20", UNPLACED - 0.1)
    set_status(row)
    assert set(row.fields) == {"status", "position"}
    assert row.flags == []


def test_a_row_told_no_status_has_none() -> None:
    row = Row(Draft("d0", ("d0",)))
    set_status(row)
    assert row.fields == {}


def test_a_place_is_asked_more_of_than_a_start_and_a_lap_more_than_a_place() -> None:
    assert FLOOR["status"] < PLACED < TIMED
