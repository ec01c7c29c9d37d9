"""A run killed on the way leaves the dataset of the run before; the next run mends it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest

import polesitter

from .conftest import Command, Extract
from .reports import bytes_of, corpus_texts, put

PATIENCE = 300
"""Seconds until a run must have come to the place where it is to be killed, and have ended."""

Reached = Callable[[Path], bool]


def staging(out: Path) -> bool:
    """The rows of some reports lie ready."""
    return any(out.glob(".staging/rows-*/*.arrow"))


def committing(out: Path) -> bool:
    """Parts are being put in place."""
    return any(out.glob(".previous/*/*.parquet"))


def kill_on_the_way(inputs: Path, out: Path, workers: str, reached: Reached) -> None:
    """Extract, and kill the process as soon as it has come to some place.

    Its workers must end with it: they hold its output open until then.
    """
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "polesitter.cli.main",
        "extract",
        inputs,
        "-o",
        out,
        "--force",
        "--prune",
    ]
    run = subprocess.Popen(
        [*command, "--workers", workers], stdout=subprocess.PIPE, start_new_session=True
    )
    try:
        end = time.monotonic() + PATIENCE
        while run.poll() is None and time.monotonic() < end and not reached(out):
            time.sleep(0.001)
        run.kill()
        run.communicate(timeout=PATIENCE)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL, "the run was over before it was killed"


@pytest.fixture(scope="module")
def reports(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough files that a run takes some time."""
    return put(tmp_path_factory.mktemp("many"), corpus_texts(root, "dev"))


@pytest.fixture(scope="module")
def undisturbed(
    reports: Path, extract_here: Extract, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert extract_here([reports], out).exit_code == 0
    return bytes_of(out)


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")
@pytest.mark.parametrize(
    ("workers", "reached"),
    [
        ("1", staging),
        pytest.param("1", committing, marks=pytest.mark.full),
        pytest.param("2", staging, marks=pytest.mark.full),
    ],
)
def test_a_killed_run_is_undone_and_made_good(
    workers: str,
    reached: Reached,
    reports: Path,
    undisturbed: dict[str, bytes],
    command: Command,
    dataset: Path,
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    shutil.copytree(dataset, out)
    before = polesitter.open(out)
    expected = {table: len(getattr(before, table)) for table in ("results", "reports", "mentions")}

    kill_on_the_way(reports, out, workers, reached)

    after = polesitter.open(out)
    assert {table: len(getattr(after, table)) for table in expected} == expected
    assert set(pd.read_parquet(out / "reports")["source"])  # single parts are whole, too
    if reached is staging:
        assert_parts_equal(out, dataset)

    done = command("extract", reports, "-o", out, "--prune", "--workers", workers)
    assert done.returncode == 0, done.stderr
    assert bytes_of(out) == undisturbed


def assert_parts_equal(out: Path, before: Path) -> None:
    """No part has been touched yet."""
    for path in before.rglob("part-*.parquet"):
        assert (out / path.relative_to(before)).read_bytes() == path.read_bytes()
