from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.predictions import Prediction
from polesitter.learn.scoring.cells import cells_of
from polesitter.learn.scoring.compare import compare
from polesitter.text.plain import unmark
from polesitter.types import Evidence

MARKED = (
    "[Cy Dale](DRIVER d3) qualified [second](POSITION) here on Thursday.\n\n"
    "On Friday [Ann Lee](DRIVER d1) qualified [second](POSITION). [Bo Carr](DRIVER d2) was there."
)
TEXT, MARKS = unmark(MARKED)
LEE: dict[str, Any] = {"driver": "Ann Lee", "position": 2}
GOLD = GoldReport("kite-01", TEXT, tuple(MARKS), {}, (LEE,))


def read(*rows: dict[str, Any], evidence: tuple[tuple[Evidence, ...], ...] = ()) -> Any:
    return {"kite-01": Prediction(rows, None, evidence)}


def test_cells_bear_their_verdicts_and_rows() -> None:
    gold: list[dict[str, Any]] = [
        {"driver": "Ann Lee", "position": 2, "gap": 0.5},
        {"driver": "Cy Dale"},
    ]
    found: list[dict[str, Any]] = [
        {"driver": "Bo Carr"},
        {"driver": "Ann Lee", "position": 3, "car": "Audi"},
    ]
    told = {
        (cell.field, cell.verdict, cell.gold_row, cell.found_row) for cell in cells_of(gold, found)
    }
    assert told == {
        ("driver", "missed", 1, None),
        ("driver", "spurious", None, 0),
        ("driver", "right", 0, 1),
        ("position", "wrong", 0, 1),
        ("gap", "missed", 0, 1),
        ("car", "spurious", 0, 1),
    }


@pytest.mark.parametrize(
    ("old", "new", "gained"),
    [
        (None, 2, True),
        (3, 2, True),
        (2, 3, False),
        (2, None, False),
        # Nothing is better than something wrong: it costs no precision.
        (3, None, True),
        (None, 3, False),
        (2, 2, None),
        (3, 4, None),
    ],
)
def test_a_cell_fares_better_or_worse(old: Any, new: Any, gained: bool | None) -> None:
    before, after = read({**LEE, "position": old}), read({**LEE, "position": new})
    changes = compare([GOLD], before, after).changes
    assert [change.gained for change in changes] == ([] if gained is None else [gained])
    for change in changes:
        assert (change.gold, change.old, change.new) == (2, old, new)


def test_the_sentence_is_that_with_the_competitor_and_the_value() -> None:
    (change,) = compare([GOLD], read({"driver": "Ann Lee"}), read(LEE)).changes
    assert change.sentence == "On Friday Ann Lee qualified second."


def test_a_spurious_value_is_told_by_its_evidence() -> None:
    start = TEXT.index("Bo Carr")
    cited = Evidence("driver", start, start + 7, "Bo Carr", "rule", 1.0)
    spurious = read(LEE, {"driver": "Bo Carr"}, evidence=((), (cited,)))
    (lost,) = compare([GOLD], read(LEE), spurious).losses()
    assert (lost.whose, lost.gold, lost.old, lost.new) == ("Bo Carr", None, None, "Bo Carr")
    assert lost.sentence == "Bo Carr was there."
    (gained,) = compare([GOLD], spurious, read(LEE)).gains()
    assert (gained.old, gained.new, gained.sentence) == ("Bo Carr", None, "Bo Carr was there.")


def test_totals_and_difference() -> None:
    comparison = compare([GOLD], read({**LEE, "position": 3}), read(LEE))
    assert (comparison.old.counts(), comparison.new.counts()) == ((1, 1, 1), (2, 0, 0))
    assert comparison.difference.value == 0.5


def test_a_report_that_nobody_read_was_read_in_vain() -> None:
    comparison = compare([GOLD], {}, read(LEE))
    assert [change.field for change in comparison.gains()] == ["position", "driver"]
    assert comparison.reports == 1
