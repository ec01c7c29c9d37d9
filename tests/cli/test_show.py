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
    assert "! fake: Ann" in page
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


def test_a_report_as_a_page(reports: Path, tmp_path: Path, model: str) -> None:
    page = tmp_path / "a.html"
    assert show(reports / "a.txt", "--html", page, "-m", model)[0] == 0
    assert "</mark> took pole." in page.read_text(encoding="utf-8")


def test_a_folder_as_a_site(out: Path, tmp_path: Path) -> None:
    assert show(out, "--html", tmp_path / "site")[0] == 0
    assert show(out, "--only", "b", "--html", tmp_path / "one")[0] == 0
    pages = [page.name for page in (tmp_path / "site" / "reports").iterdir()]
    assert sorted(name[:5] for name in pages) == ["a-txt", "b-txt"]
    assert [page.name[:5] for page in (tmp_path / "one" / "reports").iterdir()] == ["b-txt"]


def test_two_reports_are_no_page(out: Path, tmp_path: Path) -> None:
    code, _, complaint = show(out, "--html", tmp_path / "a.html")
    assert code == 2
    assert "holds 2 reports" in complaint


def test_a_page_of_a_folder_equals_that_of_the_file(
    out: Path, reports: Path, tmp_path: Path, model: str
) -> None:
    show(out, "--only", "a", "--html", tmp_path / "stored.html")
    show(reports / "a.txt", "--html", tmp_path / "read.html", "-m", model)
    assert (tmp_path / "stored.html").read_text() == (tmp_path / "read.html").read_text()


def test_a_report_is_never_overwritten(reports: Path, model: str) -> None:
    page = reports / "c.html"
    page.write_text("<p>Ann took pole.</p>", encoding="utf-8")
    code, _, complaint = show(reports / "a.txt", "--html", page, "-m", model)
    assert code == 2
    assert "stands there already" in complaint


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
    assert told.count(name) == 1


def test_a_bad_line_costs_only_itself(with_bad_line: Path, model: str) -> None:
    code, page, complaint = show(with_bad_line, "-m", model)
    assert code == 1
    assert "[Ann](DRIVER) took pole." in page
    assert "[Bo](DRIVER) took pole." in page
    assert complaint.startswith("polesitter: set aside: more.jsonl, line 2: ")


def test_a_site_lists_the_bad_line(with_bad_line: Path, tmp_path: Path, model: str) -> None:
    code, _, complaint = show(with_bad_line, "--html", tmp_path / "site", "-m", model)
    assert code == 1
    assert "Wrote 2 reports" in complaint
    assert complaint.count("line 2") == 1
    assert "line 2" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_ctrl_c_says_that_the_site_is_unfinished(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("polesitter.review.page.site.write_site", interrupted)
    code, _, complaint = show(out, "--html", tmp_path / "site")
    told = f"polesitter: stopped. {tmp_path / 'site'} is unfinished: run again.\n"
    assert (code, complaint) == (130, told)


def test_a_site_says_what_it_removed_of_an_earlier_one(out: Path, tmp_path: Path) -> None:
    assert "removed" not in show(out, "--html", tmp_path / "site")[2]
    complaint = show(out, "--only", "b", "--html", tmp_path / "site")[2]
    assert complaint.endswith("index.html (1 page of an earlier site removed)\n")


@pytest.mark.parametrize("command", [("show",), ("grid",), ("coverage",)])
def test_in_a_pipe_no_line_ends_with_blanks(out: Path, command: tuple[str, ...]) -> None:
    page = CliRunner().invoke(app, [*command, str(out)]).stdout
    assert len(page.splitlines()) > 3
    assert [line for line in page.splitlines() if line != line.rstrip()] == []


def test_a_site_does_not_go_into_the_output_folder_that_it_shows(out: Path) -> None:
    before = sorted(path for path in out.rglob("*"))
    code, _, complaint = show(out, "--html", out)
    assert code == 2
    assert "lies in the table reports of an output folder" in complaint
    assert sorted(path for path in out.rglob("*")) == before


def test_a_page_and_json_at_once_are_refused(out: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, told, complaint = show(out, "--only", "a", "--json", "--html", page)
    assert (code, told) == (2, "")
    assert "give one of --json and --html" in complaint
    assert not page.exists()
