import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from polesitter.cli.main import app
from polesitter.types import Session

from .conftest import Write, report_of

ANSWERS = ("grid", "poles", "gaps", "coverage", "conflicts")


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args])


@pytest.mark.parametrize("command", ANSWERS)
def test_csv_and_json_hold_the_same_rows(out: Path, command: str) -> None:
    told = run(command, out, "--json")
    as_csv = run(command, out, "--csv")
    assert (told.exit_code, as_csv.exit_code) == (0, 0)
    rows = json.loads(told.stdout)
    assert rows
    table = list(csv.DictReader(StringIO(as_csv.stdout)))
    assert len(table) == len(rows)
    assert list(table[0]) == list(rows[0])


@pytest.mark.parametrize("command", ANSWERS)
def test_html_is_one_page_without_script(out: Path, tmp_path: Path, command: str) -> None:
    page = tmp_path / "page.html"
    assert run(command, out, "--html", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<table>") >= 1
    assert "<script" not in text
    assert run(command, out, "--html", page).exit_code == 0


@pytest.mark.parametrize("command", ANSWERS)
def test_two_formats_are_refused(out: Path, command: str) -> None:
    result = run(command, out, "--csv", "--json")
    assert result.exit_code == 2
    assert "give one of" in result.output


def test_html_escapes_and_csv_defuses(out: Path, tmp_path: Path) -> None:
    run("grid", out, "--html", tmp_path / "page.html")
    assert "=cmd()" in (tmp_path / "page.html").read_text(encoding="utf-8")
    rows = list(csv.DictReader(StringIO(run("grid", out, "--csv").stdout)))
    assert {row["car"] for row in rows} == {"", "'=cmd()"}


def test_grid_in_the_terminal(out: Path) -> None:
    told = run("grid", out, "--series", "indycar").stdout
    assert 0 <= told.find("IndyCar · Indy GP") < told.find("Barber · 4 May 2024")
    (line,) = [line for line in told.splitlines() if "Bo Ray" in line]
    assert line.split() == ["2!", "Bo", "Ray", "Red", "Team", "–", "+0.250", "90%"]
    assert "! disputed by reports: see polesitter conflicts" in told
    assert "Cy Fox" not in told


def test_grid_shows_the_first_sessions_and_how_many_are_left(out: Path) -> None:
    told = run("grid", out, "--limit", "1").stdout
    assert "Ann Lee" in told
    assert "Cy Fox" not in told
    assert "1 more" in told


def test_a_long_list_is_cut_and_told(out: Path) -> None:
    told = run("poles", out, "--limit", "1").stdout
    assert "Ann Lee" in told
    assert "Cy Fox" not in told
    assert "1 more" in told


def test_poles_by_team_tells_what_is_left_out(out: Path) -> None:
    told = run("poles", out, "--by", "team").stdout
    assert "Red Team" in told
    assert "2 poles told, 1 of them without a team" in told


def test_conflicts_show_both_sentences(out: Path) -> None:
    told = run("conflicts", out).stdout
    assert "Bo Ray was 2 there." in told
    assert "Only 3 for Bo Ray." in told


def test_nothing_found_is_said(out: Path) -> None:
    assert "Nothing here answers that" in run("grid", out, "--year", "1999").stdout
    for command in ("grid", "poles", "gaps", "coverage"):
        told = run(command, out, "--series", "nosuch").stdout
        assert "Series here: F3, IndyCar" in told
    assert "No two reports" in run("conflicts", out, "--year", "1999").stdout


@pytest.mark.parametrize("command", ["grid", "poles", "gaps", "coverage", "names list"])
def test_where_there_are_no_rows_no_choice_is_blamed(write: Write, command: str) -> None:
    out = write([report_of("a.txt", [])])
    assert "none of its reports tells a result" in run(*command.split(), out).stdout


def test_a_run_that_has_not_begun_has_no_reports(write: Write) -> None:
    told = run("grid", write([])).stdout
    assert told.endswith(": it holds no reports.\n")


@pytest.mark.parametrize(("series", "more"), [(12, ""), (14, " and 2 more")])
def test_of_many_series_the_first_are_told(write: Write, series: int, more: str) -> None:
    names = [f"S{number:02}" for number in range(series)]
    reports = [
        report_of(f"{name}.txt", [("Ann Lee won.", {"driver": "Ann Lee"})], Session(series=name))
        for name in names
    ]
    told = " ".join(run("grid", write(reports), "--series", "nosuch").stdout.split())
    assert told.endswith(f"Series here: {', '.join(names[:12])}{more}")


def test_names_list_and_merge(out: Path, tmp_path: Path) -> None:
    told = run("names", "list", out, "--all").stdout
    assert all(name in told for name in ("Ann Lee", "Bo Ray", "Cy Fox"))
    patterns = tmp_path / "patterns"
    merge = ("names", "merge", "Cy Fox", "Cyril Fox", "--kind", "driver", "--patterns", patterns)
    assert run(*merge).exit_code == 0
    (row,) = [r for r in json.loads(run("grid", out, "--json", "--patterns", patterns).stdout)
              if r["series"] == "F3"]  # fmt: skip
    assert row["driver_id"] == "driver:cyril-fox"
    written = (patterns / "entities" / "drivers.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"] for line in written] == ["hand", "hand"]


def test_names_that_are_all_spelled_one_way_are_no_narrow_choice(out: Path) -> None:
    told = run("names", "list", out, "--kind", "team").stdout
    assert " is spelled in two ways: --all lists them.\n" in told
    assert "too narrow" not in told


def test_a_page_of_an_answer_is_named(out: Path, tmp_path: Path) -> None:
    told = run("grid", out, "--html", tmp_path / "grid.html")
    assert (told.stdout, told.stderr) == ("", f"Wrote {tmp_path / 'grid.html'}\n")


def test_plot_writes_a_file(out: Path, tmp_path: Path) -> None:
    result = run("plot", out, "grid", "--series", "indycar", "-o", tmp_path / "grid.png")
    assert result.exit_code == 0
    assert (tmp_path / "grid.png").read_bytes().startswith(b"\x89PNG")
    assert run("plot", out, "-o", tmp_path / "grid.gif").exit_code == 2


def test_export_tells_where(out: Path, tmp_path: Path) -> None:
    result = run("export", out, "--to", "sqlite", "-o", tmp_path / "all.sqlite")
    assert result.exit_code == 0
    assert str(tmp_path / "all.sqlite") in result.output


@pytest.mark.parametrize(
    "command", [*((one,) for one in ANSWERS), ("plot",), ("export",), ("names", "merge"),
                ("names", "list")],
)  # fmt: skip
def test_every_command_has_an_example(command: tuple[str, ...]) -> None:
    told = run(*command, "--help")
    assert told.exit_code == 0
    assert f"polesitter {' '.join(command)} " in told.output
