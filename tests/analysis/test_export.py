import csv
import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import polesitter
from polesitter.analysis.export import duckdb_file, sqlite_file
from polesitter.analysis.export.target import Format, export
from polesitter.analysis.formulas import defused
from polesitter.errors import PolesitterError
from polesitter.records.dataset.schemas import SCHEMAS

FORMATS = ("duckdb", "sqlite", "csv", "jsonl")


def counts(out: Path) -> dict[str, int]:
    return {table: polesitter.open(out).table(table).num_rows for table in SCHEMAS}


def content(written: Path) -> object:
    """All that an export holds."""
    if written.suffix == ".duckdb":
        with duckdb.connect(str(written), read_only=True) as connection:
            return {t: connection.execute(f"SELECT * FROM {t}").fetchall() for t in SCHEMAS}
    files = sorted(written.iterdir()) if written.is_dir() else [written]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("to", FORMATS)
def test_twice_is_the_same_as_once(out: Path, to: Format) -> None:
    first = export(out, to)
    before = content(first)
    assert export(out, to) == first
    assert content(first) == before
    assert first.parent == out.parent
    assert not list(out.parent.glob(".*unfinished*"))


@pytest.mark.parametrize("to", FORMATS)
def test_where_nothing_can_be_written_it_is_told(out: Path, to: Format, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("in the way", encoding="utf-8")
    with pytest.raises(PolesitterError, match="cannot be written"):
        export(out, to, tmp_path / "file.txt" / "new")


@pytest.mark.parametrize("module", [duckdb_file, sqlite_file])
def test_a_database_that_cannot_be_made_is_a_fault_of_the_file_system(
    out: Path, module: ModuleType, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="open"):
        module.write(polesitter.open(out), tmp_path / "none" / "new")


def test_duckdb_keeps_rows_types_and_meanings(out: Path) -> None:
    with duckdb.connect(str(export(out, "duckdb")), read_only=True) as connection:
        for table, rows in counts(out).items():
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)
        proofs = connection.execute(
            "SELECT p.text FROM results, unnest(evidence) AS e(p) "
            "WHERE p.field = 'driver' ORDER BY 1"
        ).fetchall()
        meaning = connection.execute(
            "SELECT comment FROM duckdb_columns() "
            "WHERE table_name = 'results' AND column_name = 'gap_s'"
        ).fetchone()
    assert ("Cy Fox",) in proofs
    assert meaning is not None
    assert "seconds" in meaning[0]


def test_sqlite_keeps_rows_and_nests_as_json(out: Path) -> None:
    with closing(sqlite3.connect(export(out, "sqlite"))) as connection:
        for table, rows in counts(out).items():
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)
        found = connection.execute(
            "SELECT driver, session_date, json_extract(evidence, '$[0].text') FROM results "
            "WHERE position = 1 AND source = 'c.txt'"
        ).fetchall()
    assert found == [("Cy Fox", "2024-09-01", "Cy Fox")]


def test_csv_has_every_row_and_no_formula(out: Path) -> None:
    folder = export(out, "csv")
    for table, rows in counts(out).items():
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == rows
    with (folder / "results.csv").open(encoding="utf-8", newline="") as file:
        cars = {row["car"] for row in csv.DictReader(file)}
    assert cars == {"", "'=cmd()"}


def test_json_lines_have_every_row(out: Path) -> None:
    folder = export(out, "jsonl")
    for table, rows in counts(out).items():
        lines = (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len([json.loads(line) for line in lines]) == rows


@pytest.mark.parametrize("to", FORMATS)
def test_what_is_not_ours_stays(out: Path, tmp_path: Path, to: Format) -> None:
    target = tmp_path / "mine"
    if to in ("csv", "jsonl"):
        target.mkdir()
        (target / "thesis.txt").write_text("mine", encoding="utf-8")
    else:
        target.write_text("mine", encoding="utf-8")
    with pytest.raises(PolesitterError, match="is not what an earlier export wrote"):
        export(out, to, target)
    kept = target / "thesis.txt" if target.is_dir() else target
    assert kept.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "cell", ["=cmd()", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1", "\u00a0=1"]
)
def test_formulas_are_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Ann Lee", "", " ", "4=4", -0.5, 7, None, True, "'=1"])
def test_other_cells_stay(cell: object) -> None:
    assert defused(cell) is cell


@given(st.text())
def test_no_defused_text_begins_like_a_formula(text: str) -> None:
    assert str(defused(text)).lstrip(" \u00a0")[:1] not in {*"=+-@\t\r\n"}
