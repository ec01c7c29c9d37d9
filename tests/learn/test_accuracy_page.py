import json
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.accuracy_page import fill, main, tables_for
from polesitter.learn.corpus import GoldReport
from polesitter.learn.evaluate import Evaluation, evaluate
from polesitter.learn.markdown import TABLES
from polesitter.learn.predictions import Prediction
from polesitter.learn.sources import LookUp

ROWS = ({"driver": "Ann Lee", "position": 1}, {"driver": "Bo Carr", "position": 2})
PAGE = """# Accuracy

<!-- begin dev.fields -->
old
<!-- end dev.fields -->

Prose stays.

<!-- begin test.fields -->
kept
<!-- end test.fields -->
"""


@pytest.fixture
def evaluation() -> Evaluation:
    """Three of four cells found, all right."""
    rows = ({"driver": "Ann Lee", "position": 1}, {"driver": "Bo Carr"})
    found = Prediction(rows, confidences=(0.9, 0.5))
    return evaluate([GoldReport("kite-01", "", (), {}, ROWS)], LookUp({"kite-01": found}))


def test_a_table_takes_the_place_of_the_old_one(evaluation: Evaluation) -> None:
    page = fill(PAGE, tables_for(PAGE, "dev", evaluation))
    assert "old" not in page
    assert "\nProse stays.\n" in page
    assert "<!-- begin test.fields -->\nkept\n<!-- end test.fields -->" in page
    # Position: one of two found, none wrong, F1 2 / 3.
    assert "| position | 2 | 1.000 | 0.500 | 0.667 |" in page
    assert "| driver | 2 | 1.000 | 1.000 | 1.000 |" in page


def test_filling_twice_changes_nothing(evaluation: Evaluation) -> None:
    once = fill(PAGE, tables_for(PAGE, "dev", evaluation))
    assert fill(once, tables_for(once, "dev", evaluation)) == once


def test_only_what_is_asked_for_is_measured(evaluation: Evaluation) -> None:
    assert set(tables_for(PAGE, "dev", evaluation)) == {"dev.fields"}
    assert tables_for(PAGE, "train", evaluation) == {}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_has_as_many_cells_in_each_line(name: str, evaluation: Evaluation) -> None:
    lines = [line for line in TABLES[name](evaluation).splitlines() if line.startswith("|")]
    assert len(lines) >= 2
    assert len({line.count("|") for line in lines}) == 1


def test_rows_are_held_against_their_confidence(evaluation: Evaluation) -> None:
    # What is told of either row is right; .9 and .5 promised less, by .1 and .5.
    table = TABLES["row_reliability"](evaluation)
    assert "| 0.500 to 0.500 | 1 | 0.500 | 1.000 |" in table
    assert "| 0.900 to 0.900 | 1 | 0.900 | 1.000 |" in table
    assert "Expected calibration error: 0.300 (" in table


def test_the_page_is_measured_and_written(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    record = json.dumps({"session": {}, "records": ROWS})
    (tmp_path / "gold" / "kite-01.json").write_text(record, encoding="utf-8")
    page = tmp_path / "accuracy.md"
    page.write_text(PAGE, encoding="utf-8")
    arguments = ["dev", "--gold", str(tmp_path / "gold"), "--pred", str(tmp_path / "gold")]
    main([*arguments, "--page", str(page)])
    assert "| position | 2 | 1.000 | 1.000 | 1.000 |" in page.read_text("utf-8")
    with pytest.raises(PolesitterError, match="no place for the tables of own"):
        main(["own", *arguments[1:], "--page", str(page)])
