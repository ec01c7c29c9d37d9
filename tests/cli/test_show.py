import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app


@pytest.fixture
def out(reports: Path, tmp_path: Path, model: str) -> Path:
    """The output folder of a run over the reports."""
    folder = tmp_path / "out"
    CliRunner().invoke(app, ["extract", str(reports), "-o", str(folder), "-m", model])
    return folder


def show(*args: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["show", *[str(arg) for arg in args]])
    return result.exit_code, result.stdout, result.stderr


def test_a_report_is_read_and_shown(reports: Path, model: str) -> None:
    code, page, _ = show(reports / "a.txt", "-m", model)
    assert code == 0
    assert "[Ann](DRIVER) took pole." in page
    assert "! Ann: fake" in page
    assert "20 entries" in page


def test_an_output_folder_shows_every_grid(out: Path) -> None:
    code, page, _ = show(out)
    assert code == 0
    assert page.index("a.txt") < page.index("Ann") < page.index("b.txt") < page.index("Cy")


@pytest.mark.parametrize("only", ["b.txt", "b", "b*", "?.txt"])
def test_only_some_of_it(out: Path, only: str) -> None:
    page = show(out, "--only", only)[1]
    assert "Bo" in page
    assert ("Ann" in page) == (only == "?.txt")


def test_a_source_that_is_not_there(out: Path) -> None:
    code, page, complaint = show(out, "--only", "z*")
    assert (code, page) == (2, "")
    assert "'z*'. It holds 2 reports, such as a.txt" in complaint


def test_json_of_a_folder_and_of_a_file_agree(out: Path, reports: Path, model: str) -> None:
    stored = json.loads(show(out, "--only", "a", "--json")[1])
    read = json.loads(show(reports / "a.txt", "--json", "-m", model)[1])
    assert stored[0]["results"][0]["driver"] == read[0]["results"][0]["driver"] == "Ann"
    assert stored[0]["results"][0]["confidence"] == read[0]["results"][0]["confidence"]
    assert read[0]["mentions"][0]["text"] == "Ann"


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("x.txt", None, "there is no such file"),
        ("x.doc", "text", "the suffix is unknown"),
        ("x.txt", "[Ann](DRIVER d1) took pole.", "polesitter corpus plain"),
        ("x.txt", " ", "holds no text"),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, model: str, name: str, text: str | None, complaint: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    code, page, told = show(tmp_path / name, "-m", model)
    assert (code, page) == (2, "")
    assert complaint in told
    assert told.startswith(f"polesitter: {name}: ")
