"""Inputs and outputs behind URLs, tried on the store in memory."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import polesitter
from polesitter.errors import PolesitterError
from polesitter.run.batch import run_batch
from polesitter.run.update import Again

from ..needed import package
from .datasets import contents

fsspec = package("fsspec")


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    system.pipe("/news/a.txt", b"Ann took pole.")
    system.pipe("/news/2024/b.txt", b"Bea took pole.")
    system.pipe("/news/README.md", b"Notes")
    system.pipe("/news/.hidden/h.txt", b"Hal took pole.")
    line = json.dumps({"id": 1, "text": "Cy took pole."}).encode()
    system.pipe("/news/c.jsonl.gz", gzip.compress(line))
    parquet = io.BytesIO()
    pd.DataFrame({"id": ["x"], "text": ["Dee took pole."]}).to_parquet(parquet)
    system.pipe("/news/d.parquet", parquet.getvalue())
    yield system
    system.rm("/", recursive=True)


def stored(system: Any, place: str) -> dict[str, bytes]:
    return {
        path.removeprefix(f"{place}/"): system.cat_file(path)
        for path in system.find(place)
        if not path.endswith("run.json")
    }


def test_urls_in_and_out_give_the_bytes_of_folders(memory: Any, tmp_path: Path, model: str) -> None:
    summary = run_batch(["memory://news"], "memory://out", model=model)
    assert (summary.counts.reports, summary.exit_code) == (4, 0)
    assert summary.skipped == {"README or GUIDE": 1, "hidden file": 1}
    for path in memory.find("/news"):
        target = tmp_path / "news" / path.removeprefix("/news/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(memory.cat_file(path))
    run_batch([tmp_path / "news"], tmp_path / "out", model=model)
    assert stored(memory, "/out") == contents(tmp_path / "out")
    season = polesitter.open("memory://out")
    assert sorted(season.results.driver) == ["Ann", "Bea", "Cy", "Dee"]


def test_a_rerun_reads_only_what_changed(memory: Any, model: str) -> None:
    run_batch(["memory://news"], "memory://out", model=model)
    memory.pipe("/news/a.txt", b"Ava took pole.")
    memory.rm("/news/2024/b.txt")
    summary = run_batch(["memory://news"], "memory://out", model=model, again=Again(prune=True))
    assert (summary.counts.reports, summary.vanished) == (1, 1)
    assert sorted(polesitter.open("memory://out").results.driver) == ["Ava", "Cy", "Dee"]
    run_batch(["memory://news"], "memory://fresh", model=model)
    assert stored(memory, "/out") == stored(memory, "/fresh")


def test_output_among_the_inputs_is_not_read(memory: Any, model: str) -> None:
    for _ in range(2):
        summary = run_batch(["memory://news"], "memory://news/out", model=model)
        assert summary.files == 4


@pytest.mark.parametrize(
    "paths", [["nosuchstore://x"], ["memory://news", "reports/"], ["memory://news", "file:///tmp"]]
)
def test_what_cannot_be_reached_is_told(
    memory: Any, tmp_path: Path, model: str, paths: list[str]
) -> None:
    with pytest.raises(PolesitterError, match="cannot be reached"):
        run_batch(paths, tmp_path / "out", model=model)


def test_a_missing_place_is_an_error_of_its_own(memory: Any, tmp_path: Path, model: str) -> None:
    given = ["memory://nowhere", "memory://news"]
    assert run_batch(given, tmp_path / "out", model=model).failed == {"E101": 1}
    with pytest.raises(PolesitterError, match="there is no memory://nowhere"):
        run_batch(given[:1], tmp_path / "out", model=model)


def test_what_an_earlier_run_wrote_there_is_no_report(memory: Any, model: str) -> None:
    run_batch(["memory://news"], "memory://news/old", model=model)
    summary = run_batch(["memory://news"], "memory://out", model=model)
    assert summary.counts.reports == 4
    assert summary.exit_code == 0
    assert summary.skipped["output folder"] > 0
