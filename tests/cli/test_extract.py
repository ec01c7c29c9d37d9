import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app
from polesitter.text.input_file import SUFFIXES

from ..needed import package

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_all_done(polesitter: Command, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = polesitter("extract", reports, "-o", out, "--model", "fake_model:load")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 reports read, 3 rows written" in done.stdout
    assert "series not stated" in done.stdout
    assert "Skipped: 1 README or GUIDE" in done.stdout
    assert f"polesitter show {out}" in done.stdout
    assert sorted(pd.read_parquet(out / "results")["driver"]) == ["Ann", "Bo", "Cy"]


def test_the_next_command_can_be_copied_whole(reports: Path, tmp_path: Path, model: str) -> None:
    out = tmp_path / ("long" * 30)
    result = CliRunner().invoke(app, ["extract", str(reports), "-o", str(out), "--model", model])
    assert f"polesitter show {out}\n" in result.output


def test_a_report_that_fails_is_listed_and_exits_with_1(
    polesitter: Command, reports: Path, tmp_path: Path
) -> None:
    (reports / "c.txt").write_text("EXPLODE", encoding="utf-8")
    done = polesitter("extract", reports, "-o", tmp_path / "out", "-m", "fake_model:load")
    assert done.returncode == 1
    assert "2 reports read" in done.stdout
    assert "1 input set aside" in done.stdout
    assert "c.txt  extraction failed (boom" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_input_set_aside_is_named_once(tmp_path: Path, model: str) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": 5}\n', encoding="utf-8")
    args = ["extract", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out"), "-m", model]
    told = CliRunner().invoke(app, args).output
    assert "in.jsonl  line 1: `text` must be a text, not int; put the report's text there" in told


def test_lines_set_aside_come_in_order_and_with_the_way_to_all(tmp_path: Path, model: str) -> None:
    (tmp_path / "in.jsonl").write_text("[1]\n" * 12, encoding="utf-8")
    args = ["extract", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out"), "-m", model]
    told = CliRunner().invoke(app, args).output
    lines = [line.split()[2].rstrip(":") for line in told.splitlines() if "  line" in line]
    assert lines == [str(number) for number in range(1, 11)]
    command = told.partition("  and 2 more. All of them:\n  ")[2].splitlines()[0]
    assert "python -c " in command
    assert "out/errors')[['source', 'message']]" in told


def test_a_missing_input_is_told_with_what_to_do(tmp_path: Path, model: str) -> None:
    args = ["extract", str(tmp_path / "none.txt"), "-o", str(tmp_path / "out"), "-m", model]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 2
    assert "none.txt. Check the path" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path, model: str) -> None:
    (tmp_path / "reports").mkdir()
    args = ["extract", str(tmp_path / "reports"), "-o", str(tmp_path / "out"), "-m", model]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 0
    assert "No reports found" in result.output
    assert all(suffix in result.output for suffix in SUFFIXES)


def test_faults_that_are_still_there_are_no_reports_read(
    reports: Path, tmp_path: Path, model: str
) -> None:
    (reports / "c.txt").write_text("EXPLODE", encoding="utf-8")
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model]
    first = CliRunner().invoke(app, args).output
    told = CliRunner().invoke(app, args).output
    assert "\n1 input set aside\n" in first
    # Where the line is broken depends on how long the path of the output is.
    assert "2 unchanged since an earlier run" in " ".join(told.split())
    assert "\n1 input set aside: what is unchanged was not read again, --retry-errors" in told


def test_quiet_says_nothing_but_errors(reports: Path, tmp_path: Path, model: str) -> None:
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model, "--quiet"]
    assert CliRunner().invoke(app, args).output == ""
    (reports / "c.txt").write_text("EXPLODE", encoding="utf-8")
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "c.txt" in result.stderr


def test_json_is_the_whole_account(reports: Path, tmp_path: Path, model: str) -> None:
    (reports / "c.txt").write_text("EXPLODE", encoding="utf-8")
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model, "--json"]
    result = CliRunner().invoke(app, args)
    account = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (account["files"], account["reports"], account["results"]) == (3, 2, 3)
    assert [error["source"] for error in account["errors"]] == ["c.txt"]
    assert account["series"] == [{"series": None, "reports": 2, "with_results": 2, "results": 3}]


def test_reports_of_something_else_are_counted(reports: Path, tmp_path: Path, model: str) -> None:
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model]
    assert "does not read like" not in CliRunner().invoke(app, args).output
    (reports / "c.txt").write_text("The council met.", encoding="utf-8")
    result = CliRunner().invoke(app, args)
    assert "1 report does not read like a qualifying report, and gave no rows" in result.output
    assert "\n  c.txt\n" in result.output
    assert json.loads(CliRunner().invoke(app, [*args, "--json"]).stdout)["unrelated"] == 1


def test_files_of_an_unknown_suffix_are_named(reports: Path, tmp_path: Path, model: str) -> None:
    for name in ("d.doc", "c.rtf", "b.xyz", "a.odt"):
        (reports / name).touch()
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model]
    told = " ".join(CliRunner().invoke(app, args).output.split())
    assert "1 README or GUIDE, 4 unknown suffix (a.odt, b.xyz, c.rtf, …)" in told


def test_no_text_leaves_the_texts_out(reports: Path, tmp_path: Path, model: str) -> None:
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model, "--no-text"]
    assert CliRunner().invoke(app, args).exit_code == 0
    assert pd.read_parquet(tmp_path / "out" / "reports")["text"].isna().all()


def test_a_foreign_output_folder_is_refused(reports: Path, tmp_path: Path, model: str) -> None:
    args = ["extract", str(reports), "-o", str(reports), "-m", model]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 2
    assert "polesitter did not write" in result.stderr


def test_what_was_set_aside_stands_apart_where_nothing_was_read(tmp_path: Path, model: str) -> None:
    (tmp_path / "void.txt").write_text(" ", encoding="utf-8")
    args = ["extract", str(tmp_path / "void.txt"), "-o", str(tmp_path / "out"), "-m", model]
    assert "\n\n1 input set aside\n" in CliRunner().invoke(app, args).output


def test_a_rerun_says_what_it_left_alone(reports: Path, tmp_path: Path, model: str) -> None:
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model]
    CliRunner().invoke(app, args)
    (reports / "b.txt").unlink()
    (reports / "c.txt").write_text("Dee took pole.", encoding="utf-8")
    foreseen = CliRunner().invoke(app, [*args, "--dry-run"])
    assert foreseen.exit_code == 0
    assert [line.split(maxsplit=1) for line in foreseen.output.splitlines()] == [
        ["1", "new"],
        ["1", "unchanged"],
        ["1", "not among the inputs any more"],
    ]
    again = CliRunner().invoke(app, args)
    # Lines are cut where they are full, and the folder's name may be long.
    told = " ".join(again.output.split())
    assert "1 report read, 1 row written" in told
    assert "1 unchanged since an earlier run" in told
    kept = "1 report not among the inputs any more: kept (--prune drops them)\n"
    skipped, _, rest = again.output.partition(kept)[2].partition("\n\nNext\n")
    assert skipped.startswith("Skipped: ")
    assert rest
    later = CliRunner().invoke(app, [*args[:-1], "fake_model:load_later"])
    assert "2 reports read" in later.output
    assert "2 of them because another model had read" in " ".join(later.output.split())
    CliRunner().invoke(app, args)
    pruned = CliRunner().invoke(app, [*args, "--prune", "--json"])
    account = json.loads(pruned.stdout)
    assert (account["reports"], account["states"], account["vanished"]) == (0, {"unchanged": 2}, 1)
    assert sorted(pd.read_parquet(tmp_path / "out" / "results")["driver"]) == ["Ann", "Dee"]


def test_a_run_that_cannot_go_on_exits_with_1(reports: Path, tmp_path: Path, model: str) -> None:
    package("distributed")
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model]
    dask = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("polesitter.run.cluster.PATIENCE", 0.5)
        result = CliRunner().invoke(app, [*args, *dask])
    assert result.exit_code == 1
    assert "tcp://127.0.0.1:9: does not answer" in result.stderr
    assert CliRunner().invoke(app, args).exit_code == 0


def test_doubtful_cells_are_left_out_where_asked(root: Path, tmp_path: Path) -> None:
    sample = root / "corpus" / "sample" / "btcc-thruxton.txt"

    def cells(out: Path, *more: str) -> int:
        args = ["extract", str(sample), "-o", str(out), *more]
        assert CliRunner().invoke(app, args).exit_code == 0
        return int(pd.read_parquet(out / "results").count().sum())

    assert cells(tmp_path / "sure", "--min-confidence", "0.9") < cells(tmp_path / "all")
    assert cells(tmp_path / "none", "--min-confidence", "1") == 0
    poles = [pd.read_parquet(tmp_path / out / "sessions")["pole_driver"] for out in ("all", "none")]
    assert [named.count() > 0 for named in poles] == [True, False]


def test_of_many_reports_of_something_else_a_few_are_named(
    reports: Path, tmp_path: Path, model: str
) -> None:
    for name in "cdefg":
        (reports / f"{name}.txt").write_text("The council met.", encoding="utf-8")
    args = ["extract", str(reports), "-o", str(tmp_path / "out"), "-m", model]
    assert "\n  c.txt\n  d.txt\n  e.txt\n  and 2 more\n" in CliRunner().invoke(app, args).output
    told = json.loads(CliRunner().invoke(app, [*args, "--json"]).stdout)
    assert told["unrelated_sources"] == [f"{name}.txt" for name in "cdefg"]
