import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app

ROW: dict[str, Any] = {"driver": "Ann", "number": "08", "position": 1}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One report, of which the stand-in pipeline reads every cell rightly."""
    folder = tmp_path / "gold"
    folder.mkdir()
    record = {"session": {"date": None}, "records": [ROW]}
    (folder / "kite-03.json").write_text(json.dumps(record), encoding="utf-8")
    marked = "It was wet.\n\n[Ann](DRIVER d1) took [pole](POSITION). It was cold."
    (folder / "kite-03.txt").write_text(marked, encoding="utf-8")
    return folder


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """Records that got one place wrong."""
    folder = tmp_path / "earlier"
    folder.mkdir()
    record = {"records": [{**ROW, "position": 2}]}
    (folder / "kite-03.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def compare(*args: str | Path) -> Any:
    result = CliRunner().invoke(app, ["compare", *[str(arg) for arg in args], "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_gain_is_told_with_its_sentence(gold: Path, earlier: Path, model: str) -> None:
    told = compare(earlier, model, gold)
    assert told["losses"] == []
    assert told["gains"] == [
        {
            "report": "kite-03",
            "whose": "Ann",
            "field": "position",
            "gold": 1,
            "old": 2,
            "new": 1,
            "gained": True,
            "sentence": "Ann took pole.",
        }
    ]
    assert (told["old"]["right"], told["old"]["wrong"], told["old"]["missed"]) == (2, 1, 1)
    # 2 of 3 cells right against 3 of 3, and one report gives no spread.
    assert told["difference"] == {"value": 0.3333, "low": 0.3333, "high": 0.3333}


def test_what_was_gained_is_lost_the_other_way(gold: Path, earlier: Path, model: str) -> None:
    told = compare(model, earlier, gold)
    assert told["gains"] == []
    assert [(one["field"], one["old"], one["new"]) for one in told["losses"]] == [
        ("position", 1, 2)
    ]


def test_an_evaluation_written_as_json_is_a_reading(
    gold: Path, earlier: Path, model: str, tmp_path: Path
) -> None:
    written = CliRunner().invoke(app, ["evaluate", str(gold), "-m", model, "--json"]).stdout
    (tmp_path / "new.json").write_text(written, encoding="utf-8")
    assert compare(earlier, tmp_path / "new.json", gold) == compare(earlier, model, gold)


def test_the_page_tells_changes_and_totals(gold: Path, earlier: Path, model: str) -> None:
    page = CliRunner().invoke(app, ["compare", str(earlier), model, str(gold)]).output
    assert "kite-03, Ann: position is 1; was read 2, now 1" in page
    assert "    Ann took pole.\n" in page
    assert page.startswith("Gained\n")


@pytest.mark.parametrize("content", ["{}", "[]", "no json"])
def test_another_file_is_refused(gold: Path, model: str, tmp_path: Path, content: str) -> None:
    (tmp_path / "other.json").write_text(content, encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", str(tmp_path / "other.json"), model, str(gold)])
    assert result.exit_code == 2
    assert "other.json" in result.stderr


def test_reports_that_one_side_has_not_read_are_left_out(
    gold: Path, earlier: Path, model: str
) -> None:
    for suffix in (".json", ".txt"):
        (gold / f"lake-04{suffix}").write_bytes((gold / f"kite-03{suffix}").read_bytes())
    result = CliRunner().invoke(app, ["compare", str(earlier), model, str(gold), "--json"])
    told = json.loads(result.stdout)
    assert [one["report"] for one in told["gains"]] == ["kite-03"]
    assert told["reports"] == 1
    assert f"1 of 2 reports of {gold} left out, not read in both: lake-04" in result.stderr


def test_nothing_in_common_is_refused(gold: Path, earlier: Path, model: str) -> None:
    (earlier / "kite-03.json").rename(earlier / "other-01.json")
    result = CliRunner().invoke(app, ["compare", str(earlier), model, str(gold)])
    assert result.exit_code == 2
    assert f"have none of the 1 report in {gold} in common" in result.stderr
