import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import polesitter
from polesitter.cli.main import app
from polesitter.run.in_memory import InputsSetAside


def explain(*args: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["explain", *[str(arg) for arg in args]])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def several(tmp_path: Path) -> Path:
    path = tmp_path / "more.jsonl"
    lines = [{"id": id, "text": f"{who} took pole."} for id, who in (("a", "Ann"), ("b", "Bo"))]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_one_driver(reports: Path, model: str) -> None:
    code, page, _ = explain(reports / "b.txt", "--driver", "cy", "-m", model)
    assert code == 0
    assert "Later «Cy» took pole." in page
    assert "Bo" not in page


def test_json_lists_the_rows(reports: Path, model: str) -> None:
    (report,) = json.loads(explain(reports / "b.txt", "--json", "-m", model)[1])
    rows = report["rows"]
    assert report["source"] == "b.txt"
    assert [row["driver"] for row in rows] == ["Bo", "Cy"]
    assert rows[1]["fields"]["driver"]["proofs"][0]["sentence"] == "Later Cy took pole."


def test_a_page(reports: Path, tmp_path: Path, model: str) -> None:
    page = tmp_path / "why.html"
    assert explain(reports / "b.txt", "--html", page, "-m", model)[0] == 0
    assert "Later <mark" in page.read_text(encoding="utf-8")


def test_a_page_needs_the_name_of_one(reports: Path, tmp_path: Path, model: str) -> None:
    code, _, complaint = explain(reports / "b.txt", "--html", tmp_path / "why", "-m", model)
    assert code == 2
    assert "its name ends in .html" in complaint


def test_an_unknown_driver(reports: Path, model: str) -> None:
    code, _, complaint = explain(reports / "b.txt", "--driver", "Zed", "-m", model)
    assert code == 2
    assert "Found: Bo, Cy." in complaint


def test_a_driver_is_looked_for_in_all_reports_of_a_file(several: Path, model: str) -> None:
    code, page, _ = explain(several, "--driver", "bo", "--json", "-m", model)
    assert code == 0
    assert [report["source"] for report in json.loads(page)] == ["more.jsonl#b"]


def test_a_driver_whom_no_report_of_a_file_knows(several: Path, model: str) -> None:
    code, _, complaint = explain(several, "--driver", "Zed", "-m", model)
    assert code == 2
    assert "more.jsonl: no driver there is called 'Zed'. Found: Ann, Bo." in complaint


def test_no_results(tmp_path: Path, model: str) -> None:
    (tmp_path / "rain.txt").write_text("Rain stopped play.", encoding="utf-8")
    code, page, _ = explain(tmp_path / "rain.txt", "-m", model)
    told = " ".join(page.split())
    assert code == 0
    assert told.startswith("rain.txt: no results to explain: this does not read like a qualifying")
    assert "it names nothing; at least 3 are needed of: a pole, a lap," in told


def test_a_folder_is_refused(reports: Path) -> None:
    code, _, complaint = explain(reports)
    assert code == 2
    assert "is a folder" in complaint


def test_a_bad_line_costs_only_itself(with_bad_line: Path, model: str) -> None:
    code, page, complaint = explain(with_bad_line, "--json", "-m", model)
    assert code == 1
    assert [report["source"] for report in json.loads(page)] == ["more.jsonl#a", "more.jsonl#b"]
    assert complaint.startswith("polesitter: set aside: more.jsonl, line 2: ")
    assert complaint.count("\n") == 1


def test_a_file_of_nothing_else_is_refused(with_bad_line: Path, model: str) -> None:
    with_bad_line.write_text("{\n[]\n", encoding="utf-8")
    code, page, complaint = explain(with_bad_line, "-m", model)
    assert (code, page) == (2, "")
    assert complaint.startswith("polesitter: more.jsonl, line 1: ")


def test_python_warns_of_a_bad_line(with_bad_line: Path, model: str) -> None:
    with pytest.warns(InputsSetAside, match=r"set aside: more\.jsonl, line 2: ") as caught:
        explained = polesitter.explain(with_bad_line, model=model)
    assert [one.source for one in explained] == ["more.jsonl#a", "more.jsonl#b"]
    assert caught[0].filename == __file__


def test_a_driver_who_is_named_and_has_no_row(tmp_path: Path, model: str) -> None:
    path = tmp_path / "b.txt"
    path.write_text("Bo took pole. ROWLESS Cy took pole.", encoding="utf-8")
    code, page, _ = explain(path, "--driver", "cy", "-m", model)
    assert code == 0
    assert "Cy  named, and no row" in page
    assert "It gave no row: " in page


def test_a_page_and_json_at_once_are_refused(reports: Path, tmp_path: Path, model: str) -> None:
    page = tmp_path / "why.html"
    code, told, complaint = explain(reports / "a.txt", "--json", "--html", page, "-m", model)
    assert (code, told) == (2, "")
    assert "give one of --json and --html" in complaint
    assert not page.exists()
