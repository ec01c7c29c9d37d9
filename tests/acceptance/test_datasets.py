"""The tables are there, readable by anybody, and the same bytes on every run."""

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

import polesitter
from polesitter.records.dataset.schemas import SCHEMAS

from .conftest import Command
from .reports import bytes_of

LENGTHS = "SELECT source, result_id, len(evidence) AS proofs FROM {} ORDER BY source, result_id"


@pytest.fixture(scope="module")
def runs(
    command: Command, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, bytes]]:
    """The sample extracted twice: once by itself, once spread over two processes."""
    made = []
    for workers in ("1", "2"):
        out = tmp_path_factory.mktemp("runs") / "out"
        # Sets of strings come in another order for every seed: none may show.
        env = {"PYTHONHASHSEED": workers}
        sample = root / "corpus" / "sample"
        done = command("extract", sample, "-o", out, "--workers", workers, env=env)
        assert done.returncode == 0, done.stderr
        made.append(bytes_of(out))
    return made


def test_two_runs_give_the_same_bytes(runs: list[dict[str, bytes]]) -> None:
    one, two = runs
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_no_table_tells_where_it_was_made(runs: list[dict[str, bytes]], root: Path) -> None:
    assert not [name for name, data in runs[0].items() if str(root).encode() in data]


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_table_is_read_alike(table: str, dataset: Path) -> None:
    by_pandas = pd.read_parquet(dataset / table)
    by_polars = pl.read_parquet(f"{dataset}/{table}/*.parquet")
    by_duckdb = duckdb.default_connection().sql(f"SELECT * FROM '{dataset}/{table}/*.parquet'")
    assert list(by_pandas.columns) == SCHEMAS[table].names
    assert by_polars.columns == by_duckdb.columns == SCHEMAS[table].names
    assert len(by_pandas) == by_polars.height == len(by_duckdb)
    assert len(by_pandas) == len(getattr(polesitter.open(dataset), table))


def test_the_tables_are_filled(dataset: Path) -> None:
    tables = polesitter.open(dataset)
    assert tables.errors.empty
    for filled in (tables.results, tables.sessions, tables.mentions, tables.relations):
        assert len(filled) > len(tables.reports) > 100


def test_nested_evidence_is_read_alike(dataset: Path) -> None:
    files = f"{dataset}/results/*.parquet"
    by_duckdb = duckdb.default_connection().sql(LENGTHS.format(f"'{files}'")).fetchall()
    by_polars = pl.read_parquet(files).select(
        "source", "result_id", pl.col("evidence").list.len().alias("proofs")
    )
    frame = pd.read_parquet(dataset / "results").sort_values(["source", "result_id"])
    by_pandas = list(
        zip(frame["source"], frame["result_id"], frame["evidence"].map(len), strict=True)
    )
    assert by_duckdb == by_pandas == sorted(by_polars.rows())


def test_columns_keep_their_types_in_sql(dataset: Path) -> None:
    query = f"""
        SELECT count(*), min(position), max(speed_kph), min(session_date), max(year(session_date))
        FROM '{dataset}/results/*.parquet' WHERE position = 1 AND session_date IS NOT NULL
    """
    ((poles, best, speed, first, last),) = duckdb.default_connection().sql(query).fetchall()
    assert poles > 20
    assert (best, 100 < speed < 450) == (1, True)
    assert 1995 <= first.year <= last <= 2026


def test_one_frame_in_memory_holds_the_same_rows(
    dataset: Path, root: Path, monkeypatch: pytest.MonkeyPatch, nlp: object
) -> None:
    monkeypatch.setattr("polesitter.run.in_memory.load", {None: nlp}.__getitem__)
    frame = polesitter.extract(root / "corpus" / "sample")
    stored = polesitter.open(dataset).results
    stored = stored[stored["source"].str.startswith("sample/")].reset_index(drop=True)
    stored["source"] = stored["source"].str.removeprefix("sample/")
    assert frame.drop(columns="evidence").equals(stored.drop(columns="evidence"))
