import json
import random
from collections.abc import Collection, Sequence
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.records.dataset import write as dataset
from polesitter.records.dataset.local_store import LOCK, LocalStore
from polesitter.records.dataset.open import open_dataset
from polesitter.records.dataset.parts import bucket_of
from polesitter.records.dataset.schemas import SCHEMAS
from polesitter.records.dataset.staging import stage
from polesitter.records.dataset.store import STAGING
from polesitter.records.dataset.tables import build_tables
from polesitter.records.dataset.write import PREVIOUS, writing
from polesitter.records.extraction import Extraction
from polesitter.text.own_output import MANIFEST

from ..conftest import MakeExtraction

SOURCES = [f"{number}.txt" for number in range(9)]


def write(
    out: Path, extractions: Sequence[Extraction], batch: int = 4, keep: Collection[str] = ()
) -> None:
    """Make the extractions the content of a dataset, beside the sources in `keep`."""
    with writing(LocalStore(out)) as writer:
        if writer.has_staged:
            writer.commit("en_x 1")
        for start in range(0, len(extractions), batch):
            tables = build_tables(extractions[start : start + batch])
            stage(writer.store, f"{start:03d}", [tables], writer.buckets)
        writer.commit("en_x 1", writer.ledger("").sources() - set(keep))


def parts(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.glob("*/*.parquet")}


def test_common_readers_agree(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full(source) for source in SOURCES])
    folder = tmp_path / "results"
    wanted = sorted(SOURCES)
    assert sorted(pd.read_parquet(folder)["source"]) == wanted
    assert sorted(pl.read_parquet(folder / "*.parquet")["source"]) == wanted
    rows = duckdb.sql(f"select source, position, evidence[1].text from '{folder}/*.parquet'")
    assert rows is not None
    assert sorted(rows.fetchall()) == [(source, 2, "Ann") for source in wanted]
    assert ds.dataset(folder).to_table().schema.names == SCHEMAS["results"].names
    assert list(open_dataset(tmp_path).results.source) == wanted


@pytest.mark.parametrize("name", SCHEMAS)
def test_all_null_columns_keep_their_types(
    tmp_path: Path, bare: MakeExtraction, full: MakeExtraction, name: str
) -> None:
    write(tmp_path, [bare(SOURCES[0]), *(full(source) for source in SOURCES[1:])])
    for path in (tmp_path / name).iterdir():
        assert pq.read_schema(path).remove_metadata() == SCHEMAS[name]
    pl.read_parquet(tmp_path / name / "*.parquet")
    rows = duckdb.sql(f"select * from '{tmp_path / name}/*.parquet'")
    assert rows is not None
    rows.fetchall()


def test_an_empty_dataset_has_all_tables(tmp_path: Path) -> None:
    write(tmp_path, [])
    for name, schema in SCHEMAS.items():
        assert list(pd.read_parquet(tmp_path / name).columns) == schema.names


def test_versions_are_in_the_file_metadata(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full("a.txt")])
    for path in tmp_path.glob("*/*.parquet"):
        metadata = pq.read_schema(path).metadata
        assert (metadata[b"schema_version"], metadata[b"model"]) == (b"2", b"en_x 1")


@pytest.mark.parametrize("batch", [1, 2, 9])
def test_bytes_do_not_depend_on_order_or_batches(
    tmp_path: Path, full: MakeExtraction, batch: int
) -> None:
    write(tmp_path / "sorted", [full(source) for source in SOURCES])
    shuffled = random.Random(batch).sample(SOURCES, len(SOURCES))
    write(tmp_path / "shuffled", [full(source) for source in shuffled], batch)
    assert parts(tmp_path / "sorted") == parts(tmp_path / "shuffled")


def test_a_report_lies_in_the_part_its_source_names(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full(source) for source in SOURCES])
    for path in (tmp_path / "results").iterdir():
        for source in pq.read_table(path)["source"].to_pylist():
            assert path.name == f"part-{bucket_of(source, 3):04d}.parquet"


@given(st.text(), st.integers(1, 64))
def test_buckets_are_within_bounds(source: str, buckets: int) -> None:
    try:
        source.encode()
    except UnicodeEncodeError:
        return
    assert 0 <= bucket_of(source, buckets) < buckets


def test_buckets_share_the_load() -> None:
    counts = [0] * 16
    for number in range(1600):
        counts[bucket_of(f"season/{number}.txt", 16)] += 1
    assert min(counts) > 50


def test_an_existing_dataset_keeps_its_bucket_count(
    tmp_path: Path, full: MakeExtraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [full("a.txt")])
    monkeypatch.setattr(dataset, "BUCKETS", 7)
    write(tmp_path, [full(source) for source in SOURCES])
    assert json.loads((tmp_path / MANIFEST).read_text())["buckets"] == 3


class PowerCutError(Exception):
    pass


def cut_after(renames: int, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, left = Path.replace, [renames]

    def cut_short(made: Path, target: Path) -> Path:
        if STAGING not in target.parts:
            if left[0] == 0:
                raise PowerCutError
            left[0] -= 1
        return replace(made, target)

    monkeypatch.setattr(Path, "replace", cut_short)


# A commit of these reports moves some ten parts, then the manifest.
@pytest.mark.parametrize("renames", [0, 1, 5, 9])
def test_a_run_cut_short_leaves_the_one_before(
    tmp_path: Path,
    full: MakeExtraction,
    bare: MakeExtraction,
    monkeypatch: pytest.MonkeyPatch,
    renames: int,
) -> None:
    write(tmp_path, [full(source) for source in SOURCES])
    before, manifest = parts(tmp_path), (tmp_path / MANIFEST).read_bytes()
    with monkeypatch.context() as patch:
        cut_after(renames, patch)
        with pytest.raises(PowerCutError):
            write(tmp_path, [bare(source) for source in SOURCES[:4]] + [full("new.txt")])
    assert (tmp_path / MANIFEST).read_bytes() == manifest
    season = open_dataset(tmp_path)
    for name in SCHEMAS:
        assert season.table(name).num_rows == (
            0 if name == "errors" else 18 if name == "sessions" else 9
        )
    assert list(season.results.driver) == ["Ann"] * 9
    with writing(LocalStore(tmp_path)):
        assert parts(tmp_path) == before
    write(tmp_path, [full("new.txt")])
    assert list(open_dataset(tmp_path).results.source) == ["new.txt"]
    assert not (tmp_path / PREVIOUS).exists()


def test_a_first_run_cut_short_leaves_an_empty_dataset(
    tmp_path: Path, full: MakeExtraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        cut_after(3, patch)
        with pytest.raises(PowerCutError):
            write(tmp_path, [full(source) for source in SOURCES])
    assert open_dataset(tmp_path).results.empty
    write(tmp_path, [full("a.txt")])
    write(tmp_path / "fresh", [full("a.txt")])
    assert parts(tmp_path) == parts(tmp_path / "fresh")


def test_a_reader_sees_one_run_while_the_next_is_written(
    tmp_path: Path, full: MakeExtraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [full("old.txt")])
    seen = []
    replace = Path.replace

    def read_and_replace(made: Path, target: Path) -> Path:
        season = open_dataset(tmp_path)
        seen.append([*season.results.source, *season.reports.source])
        return replace(made, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", read_and_replace)
        write(tmp_path, [full("new.txt")])
    assert len(seen) > 1
    assert all(sources == ["old.txt", "old.txt"] for sources in seen)
    assert list(open_dataset(tmp_path).results.source) == ["new.txt"]


def test_a_lost_part_is_told_and_made_again(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full(source) for source in SOURCES])
    before = parts(tmp_path)
    (tmp_path / "results" / "part-0000.parquet").write_bytes(b"PAR1")
    (tmp_path / "mentions" / "part-0000.parquet").unlink()
    for name in ("results", "mentions"):
        with pytest.raises(PolesitterError, match=f"{name}/part-0000"):
            open_dataset(tmp_path).table(name)
    write(tmp_path, [full(source) for source in SOURCES])
    assert parts(tmp_path) == before


def test_parts_that_stay_the_same_are_not_touched(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full(source) for source in SOURCES])
    times = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/*.parquet")}
    write(tmp_path, [full(source) for source in SOURCES])
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_one_writer_at_a_time(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full("a.txt")])
    with (
        FileLock(tmp_path / LOCK),
        pytest.raises(PolesitterError, match="another run"),
        writing(LocalStore(tmp_path)),
    ):
        pass


def test_nothing_is_left_behind(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full("a.txt")])
    left = {path.name for path in tmp_path.iterdir()} - {LOCK}
    assert left == {*SCHEMAS, MANIFEST}
    assert STAGING not in left


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        (None, "no polesitter output"),
        ('{"name": "a web page"}', "no polesitter output"),
        ("{", "manifest is damaged"),
        ('{"format": "polesitter dataset"}', "manifest is damaged"),
    ],
)
def test_opening_something_else(tmp_path: Path, manifest: str | None, message: str) -> None:
    if manifest is not None:
        (tmp_path / MANIFEST).write_text(manifest)
    with pytest.raises(PolesitterError, match=message):
        open_dataset(tmp_path)


def test_opening_another_schema_version(tmp_path: Path, full: MakeExtraction) -> None:
    write(tmp_path, [full("a.txt")])
    content = json.loads((tmp_path / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps({**content, "schema_version": 99}))
    with pytest.raises(PolesitterError, match="schema version 99"):
        open_dataset(tmp_path)


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("new", "extract REPORTS -o {out}"),
        ("empty", "extract REPORTS -o {out}"),
        ("reports", "extract {out} -o OUT"),
        ("reports/a.txt", "extract {out} -o OUT"),
    ],
)
def test_what_is_told_to_do_where_there_is_no_output_can_be_done(
    tmp_path: Path, place: str, command: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/a.txt").write_text("Pole.", encoding="utf-8")
    out = tmp_path / place
    with pytest.raises(PolesitterError) as told:
        open_dataset(out)
    assert str(told.value).endswith(f"Write it with: polesitter {command.format(out=out)}")
