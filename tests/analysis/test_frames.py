import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest

import polesitter
from polesitter import analysis
from polesitter.analysis.source import Results
from polesitter.errors import PolesitterError
from polesitter.records.dataset.schemas import SCHEMAS

QUESTIONS: tuple[Callable[[Results], pd.DataFrame], ...] = (
    analysis.grid, analysis.poles, analysis.gaps, analysis.margins, analysis.head_to_head,
    analysis.coverage, analysis.names,
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=[one.__name__ for one in QUESTIONS])
def test_a_folder_a_dataset_and_a_frame_answer_alike(
    question: Callable[[Results], pd.DataFrame], out: Path
) -> None:
    answer = question(out)
    assert len(answer)
    pd.testing.assert_frame_equal(question(polesitter.open(out)), answer)
    pd.testing.assert_frame_equal(question(polesitter.open(out).results), answer)
    pd.testing.assert_frame_equal(question(pd.read_parquet(out / "results")), answer)


def test_grid_is_typed_and_whole_numbers_stay_whole(out: Path) -> None:
    grid = analysis.grid(out, series="indycar")
    assert grid["driver"].tolist() == ["Ann Lee", "Bo Ray"]
    assert grid["position"].dtype == "Int64"
    assert grid["grid_position"].isna().all()
    assert grid["gap_to_pole_s"].tolist() == [0.0, 0.25]
    assert grid["disputed"].tolist() == [False, True]


def test_the_choice_narrows(out: Path) -> None:
    assert analysis.grid(out, year=1999).empty
    assert analysis.poles(out, by="series", series="f3")["name"].tolist() == ["F3"]
    assert analysis.progress(out, driver="ann")["position"].tolist() == [1]
    assert list(analysis.grid(out, year=1999).columns) == list(analysis.grid(out).columns)


def test_a_frame_that_lacks_columns_is_told_which(out: Path) -> None:
    frame = polesitter.open(out).results.drop(columns=["driver", "position"])
    with pytest.raises(PolesitterError, match="position, driver"):
        analysis.grid(frame)


def test_read_prunes_columns_and_rows(out: Path) -> None:
    rows = analysis.read(out, "results", ["driver"], ds.field("position") == 1)
    assert list(rows.columns) == ["driver"]
    assert sorted(rows["driver"]) == ["Ann Lee", "Ann Lee", "Cy Fox"]


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_table_opens_everywhere(out: Path, table: str) -> None:
    folder = out / table
    files = (folder / "*.parquet").as_posix()
    rows = polesitter.open(out).table(table).num_rows
    assert len(pd.read_parquet(folder)) == rows
    assert pl.read_parquet(files).height == rows
    sql = duckdb.default_connection().sql
    assert sql(f"SELECT count(*) FROM '{files}'").fetchall() == [(rows,)]
    assert ds.dataset(folder).count_rows() == rows
    columns = SCHEMAS[table].names
    assert list(pl.read_parquet(files).columns) == columns
    assert sql(f"SELECT * FROM '{files}'").columns == columns


@pytest.mark.parametrize("command", [("grid",), ("poles",), ("plot", "poles", "-o", "poles.png")])
def test_commands_answer_without_pandas(
    out: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Its import alone would cost more CPU than all the rest."""
    name, *options = command
    code = (
        "import sys; from polesitter.cli.main import app\n"
        f"try: app({[name, str(out), *options]!r})\nexcept SystemExit as end: assert not end.code\n"
        "print('pandas' in sys.modules, 'spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.splitlines()[-1] == "False False"
