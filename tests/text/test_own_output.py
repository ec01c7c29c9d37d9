"""What polesitter wrote is no report, wherever it lies among them."""

import json
from pathlib import Path

import pytest

from polesitter.text.input_file import Inputs
from polesitter.text.inputs import find_inputs

PAGE = '<!doctype html>\n<meta name="generator" content="polesitter">\n<p>Ann took pole.'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports, and among them what a run, an export and `show --html` have left."""
    reports = tmp_path / "reports"
    write(reports / "a.txt", "Ann took pole.")
    write(reports / "b.html", "<p>Bea took pole.")
    write(reports / "old/manifest.json", json.dumps({"format": "polesitter dataset"}))
    write(reports / "old/reports/part-0000.parquet", "PAR1")
    write(reports / "tables/schema.json", json.dumps({"title": "polesitter dataset"}))
    write(reports / "tables/reports.jsonl", json.dumps({"id": "a", "text": "Ann took pole."}))
    write(reports / "site/index.html", PAGE)
    return reports


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def sources(inputs: Inputs) -> list[str]:
    return [file.source for file in inputs.files]


def test_output_exports_and_pages_in_a_folder_are_skipped(folder: Path) -> None:
    inputs = find_inputs([folder])
    assert sources(inputs) == ["a.txt", "b.html"]
    assert inputs.skipped == {"output folder": 2, "polesitter page": 1}
    assert inputs.errors == ()


@pytest.mark.parametrize("pattern", ["**", "**/*", "*", "[ots]*/**/*.*"])
def test_a_pattern_finds_none_of_them(folder: Path, pattern: str) -> None:
    inputs = find_inputs([f"{folder}/{pattern}"])
    assert set(sources(inputs)) <= {"a.txt", "b.html"}
    assert inputs.skipped["output folder"] == 2
    assert inputs.skipped["polesitter page"] == 1


def test_the_texts_that_a_run_keeps_are_read_where_they_are_named(folder: Path) -> None:
    table = folder / "old" / "reports"
    assert sources(find_inputs([table])) == ["part-0000.parquet"]
    assert sources(find_inputs([f"{table}/*.parquet"])) == ["part-0000.parquet"]


@pytest.mark.parametrize(
    ("name", "code"), [("old", "E130"), ("tables", "E130"), ("site/index.html", "E129")]
)
def test_one_named_by_itself_is_refused(folder: Path, name: str, code: str) -> None:
    inputs = find_inputs([folder / name])
    assert inputs.files == ()
    assert [(error.source, error.error) for error in inputs.errors] == [(Path(name).name, code)]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "of others"}'])
def test_a_manifest_of_others_hides_nothing(tmp_path: Path, content: str) -> None:
    write(tmp_path / "news/manifest.json", content)
    write(tmp_path / "news/schema.json", content)
    write(tmp_path / "news/reports.jsonl", "{}")
    assert sources(find_inputs([tmp_path])) == ["news/reports.jsonl"]
