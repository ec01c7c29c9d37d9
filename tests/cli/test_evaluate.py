import json
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


def test_errors_are_listed_by_report(gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    rows = [{**ROWS[0], "position": 2}]
    (found / "kite-03.json").write_text(json.dumps({"records": rows}), encoding="utf-8")
    args = ["evaluate", str(gold), "--pred", str(found), "--errors", "--only", "kite"]
    page = CliRunner().invoke(app, args).output
    assert "kite-03\n  Ann: position should be 1, is 2\n" in page
    assert page.count("ALL") == 1
