import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app

ROWS: list[dict[str, Any]] = [{"driver": "Ann", "number": "08", "position": 1}]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two annotated reports of two groups; the stand-in pipeline says 1st and No. 08 of all."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, driver in (("kite-03", "Ann"), ("lake-04", "Bo")):
        record = {"session": {"date": None}, "records": [{**ROWS[0], "driver": driver}]}
        (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
        marked = f"[{driver}](DRIVER d1) took [pole](POSITION)."
        (folder / f"{name}.txt").write_text(marked, encoding="utf-8")
    return folder


def evaluate(*args: str | Path) -> tuple[int, Any, str]:
    result = CliRunner().invoke(app, ["evaluate", *[str(arg) for arg in args], "--json"])
    return result.exit_code, json.loads(result.stdout or "null"), result.stderr


def test_the_pipeline_reads_the_plain_texts(gold: Path, model: str) -> None:
    code, figures, _ = evaluate(gold, "-m", model)
    assert code == 0
    assert (figures["rows"]["gold"], figures["rows"]["exact"], figures["cells"]["f1"]) == (2, 2, 1)
    assert figures["mentions"]["labels"]["DRIVER"]["f1"] == 1
    assert figures["mentions"]["labels"]["POSITION"]["recall"] == 0
    assert sorted(figures["groups"]) == ["kite", "lake"]


@pytest.mark.parametrize(
    ("option", "value", "reports"),
    [("--only", "kite", 1), ("--every", "3", 1), ("--every", "1", 2)],
)
def test_some_of_them(gold: Path, model: str, option: str, value: str, reports: int) -> None:
    assert evaluate(gold, "-m", model, option, value)[1]["reports"] == reports


def test_finished_predictions_need_no_text(gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    (found / "kite-03.json").write_text(json.dumps({"records": ROWS}), encoding="utf-8")
    for text in gold.glob("*.txt"):
        text.unlink()
    figures = evaluate(gold, "--pred", found)[1]
    assert (figures["rows"]["gold"], figures["rows"]["found"], figures["rows"]["exact"]) == (
        2,
        1,
        1,
    )
    assert figures["differences"]["lake-04"][0]["gold"]["driver"] == "Bo"


def test_an_output_folder_scores_as_the_pipeline_does(
    gold: Path, tmp_path: Path, model: str
) -> None:
    runner = CliRunner()
    runner.invoke(app, ["corpus", "plain", str(gold), "-o", str(tmp_path / "plain")])
    args = ["extract", str(tmp_path / "plain"), "-o", str(tmp_path / "out"), "-m", model]
    runner.invoke(app, args)
    assert evaluate(gold, "--pred", tmp_path / "out")[1] == evaluate(gold, "-m", model)[1]


def test_records_without_text_need_predictions(gold: Path, model: str) -> None:
    (gold / "kite-03.txt").unlink()
    code, _, complaint = evaluate(gold, "-m", model)
    assert code == 2
    assert "kite-03.txt" in complaint
    assert "--pred" in complaint


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    assert "holds no annotated reports" in evaluate(tmp_path)[2]


def wrong_place(tmp_path: Path) -> Path:
    """A folder of records with one wrong cell."""
    found = tmp_path / "found"
    found.mkdir()
    rows = [{**ROWS[0], "position": 2}]
    (found / "kite-03.json").write_text(json.dumps({"records": rows}), encoding="utf-8")
    return found


def test_errors_are_listed_by_report(gold: Path, tmp_path: Path) -> None:
    args = ["evaluate", str(gold), "--pred", str(wrong_place(tmp_path)), "--only", "kite"]
    page = CliRunner().invoke(app, [*args, "--errors", "--list"]).output
    # Records alone do not tell at which stage a value was lost.
    assert "kite-03\n  Ann: position should be 1, is 2 (not known)\n" in page
    assert page.count("ALL") == 3
    assert "should be" not in CliRunner().invoke(app, [*args, "--errors"]).output
    assert "not known" not in CliRunner().invoke(app, args).output


def test_errors_are_counted_by_stage(gold: Path, model: str) -> None:
    # The stand-in pipeline finds no POSITION, and reads No. 08 of everybody.
    args = ["evaluate", str(gold), "-m", model, "--errors", "--list"]
    for path in gold.glob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        record["records"][0]["position"] = 3
        path.write_text(json.dumps(record), encoding="utf-8")
    page = CliRunner().invoke(app, args).output
    assert "Ann: position should be 3, is 1 (no rule)" in page


def test_framing_and_facts_come_from_beside_the_gold(
    gold: Path, tmp_path: Path, model: str
) -> None:
    dev = gold.rename(tmp_path / "dev")
    (tmp_path / "framing").mkdir()
    facts = dict.fromkeys(
        ("red_flags", "track_record", "previous_holder", "previous_year", "race_start",
         "broadcaster")
    )  # fmt: skip
    told = {
        "framing": [{"start": 9, "end": 13, "framing": "outcome"}],
        "facts": {"entries": 20, **facts},
    }
    (tmp_path / "framing" / "kite-03.json").write_text(json.dumps(told), encoding="utf-8")
    figures = evaluate(dev, "-m", model)[1]
    assert figures["framing"] == {
        "gold": 1,
        "accuracy": 0,
        "framings": {"outcome": {"gold": 1, "precision": 0, "recall": 0, "f1": 0}},
    }
    assert figures["facts"]["entries"] == {"right": 1, "stated": 1, "wrong": 0}
    page = CliRunner().invoke(app, ["evaluate", str(dev), "-m", model, "--stages"]).output
    for title in ("References (B3)", "Relations", "Framing", "Facts", "Promised"):
        assert title in page


def test_scores_of_cells_are_held_against_what_is_right(gold: Path, model: str) -> None:
    # Only the driver bears evidence, with full score; one of two is right.
    record = json.loads((gold / "lake-04.json").read_text("utf-8"))
    record["records"] = []
    (gold / "lake-04.json").write_text(json.dumps(record), encoding="utf-8")
    calibration = evaluate(gold, "-m", model)[1]["calibration"]
    assert calibration["cells"] == 2
    assert calibration["error"]["value"] == 0.5
    assert calibration["error"] == {"value": 0.5, "low": 0.0, "high": 1.0}


def test_predictions_of_other_reports_are_refused(gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    (found / "other-01.json").write_text(json.dumps({"records": ROWS}), encoding="utf-8")
    code, figures, complaint = evaluate(gold, "--pred", found)
    assert (code, figures) == (2, None)
    assert f"{found}: holds none of the 2 reports in {gold}, such as kite-03" in complaint
    assert "it holds other-01." in complaint


def test_reports_without_a_prediction_are_named(gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    (found / "kite-03.json").write_text(json.dumps({"records": ROWS}), encoding="utf-8")
    code, _, complaint = evaluate(gold, "--pred", found)
    assert code == 0
    assert f"1 of 2 reports of {gold} not in {found}, counted as read empty: lake-04" in complaint


def test_ctrl_c_says_that_nothing_was_scored(
    gold: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("polesitter.learn.evaluate.evaluate", interrupted)
    code, figures, complaint = evaluate(gold, "-m", model)
    assert (code, figures) == (130, None)
    assert complaint.startswith("polesitter: stopped. Nothing was scored")


def test_figures_of_reports_that_were_taught_are_told_to_flatter(
    gold: Path, tmp_path: Path, model: str
) -> None:
    for part in ("dev", "test"):
        shutil.copytree(gold, tmp_path / "corpus" / part)
    assert "the figures flatter it" in evaluate(tmp_path / "corpus/dev", "-m", model)[2]
    assert evaluate(tmp_path / "corpus/test", "-m", model)[2] == ""
