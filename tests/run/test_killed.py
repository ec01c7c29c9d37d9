"""Runs cut short at any moment: whole reports only, and the next run makes the same bytes."""

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path
from subprocess import Popen

import pyarrow.parquet as pq
import pytest

import polesitter
from polesitter.records.dataset.schemas import SCHEMAS
from polesitter.run.batch import run_batch

from ..needed import package
from .datasets import contents, put_many, start, workers_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")

REPORTS = 60
ROWS = ".staging/rows*/*.arrow"
STOPPED = "polesitter: stopped. What is finished is kept: run again to go on."
PATIENCE = 300
"""Seconds that anything may take, on a machine that does much else."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_many(tmp_path_factory.mktemp("many") / "in", REPORTS)


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    finish(folder, out)
    return contents(out)


def finish(folder: Path, out: Path) -> None:
    done = start(folder, "-o", out, "--parts", 3, "--workers", 2)
    told = done.communicate(timeout=PATIENCE)
    assert done.returncode == 0, told


def kill(run: Popen[str]) -> None:
    """Kill a run and, as a power cut would, its workers."""
    with suppress(ProcessLookupError):  # It may be through, workers and all.
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate(timeout=PATIENCE)


def await_rows(run: Popen[str], out: Path) -> None:
    """Wait until the rows of some reports lie ready."""
    end = time.monotonic() + PATIENCE
    while run.poll() is None and time.monotonic() < end and not is_there(out, ROWS, 2):
        time.sleep(0.002)


def is_there(out: Path, wanted: str, number: int = 1) -> bool:
    """Whether a folder has so many files of a kind, which may just come or go."""
    with suppress(FileNotFoundError):
        return len(list(out.glob(wanted))) >= number
    return False


def assert_whole(out: Path, folder: Path) -> None:
    """Every report of the dataset is there whole, and once."""
    if not (out / "manifest.json").exists():
        return
    season = polesitter.open(out)
    sources = list(season.reports.source)
    assert len(set(sources)) == len(sources)
    assert sorted(season.results.source) == sources
    assert set(sources) <= {path.name for path in folder.iterdir()}
    for table in SCHEMAS:
        for path in (out / table).glob("*.parquet"):
            assert pq.read_table(path)["source"].to_pylist() is not None


@pytest.mark.parametrize(
    "seed", [*range(4), *(pytest.param(n, marks=pytest.mark.full) for n in range(4, 25))]
)
def test_a_run_killed_at_any_moment_is_made_good(
    seed: int, folder: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    draw, out = random.Random(seed), tmp_path / "out"
    # The first kill comes while the run starts, works or merges; some runs meet two.
    for _ in range(draw.choice([1, 1, 2])):
        run = start(folder, "-o", out, "--parts", 3, "--workers", 2, start_new_session=True)
        end = time.monotonic() + PATIENCE
        wanted = draw.choice(["manifest.json", ".staging/rows*/*", ".previous", "reports/*"])
        while run.poll() is None and not is_there(out, wanted) and time.monotonic() < end:
            time.sleep(0.002)
        time.sleep(draw.random() * 0.5)
        kill(run)
        assert_whole(out, folder)
    finish(folder, out)
    assert contents(out) == undisturbed


def test_what_was_staged_is_not_read_again(
    folder: Path, undisturbed: dict[str, bytes], tmp_path: Path, model: str, hold: Path
) -> None:
    out = tmp_path / "out"
    run = start(folder, "-o", out, "--parts", 3, "--workers", 2, start_new_session=True)
    await_rows(run, out)
    kill(run)
    hold.unlink()
    summary = run_batch([folder], out, model=model)
    assert 0 < summary.unchanged < REPORTS
    assert summary.unchanged + summary.counts.reports == REPORTS
    assert contents(out) == undisturbed


def test_ctrl_c_keeps_what_is_finished(
    folder: Path, undisturbed: dict[str, bytes], tmp_path: Path, hold: Path
) -> None:
    out = tmp_path / "out"
    run = start(folder, "-o", out, "--parts", 3, "--workers", 2, start_new_session=True)
    await_rows(run, out)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: workers get it, too
    _, complaint = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130, complaint
    assert complaint == f"{STOPPED}\n"
    assert 0 < len(polesitter.open(out).reports) < REPORTS
    assert not (out / ".staging").exists()
    hold.unlink()
    finish(folder, out)
    assert contents(out) == undisturbed


@pytest.mark.parametrize("later", [0.0, 0.2, 0.4])
def test_ctrl_c_while_workers_come_up_says_no_more(
    later: float, folder: Path, tmp_path: Path, hold: Path
) -> None:
    package("psutil")
    run = start(folder, "-o", tmp_path / "out", "--workers", 2, start_new_session=True)
    end = time.monotonic() + PATIENCE
    while run.poll() is None and not workers_of(run.pid) and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(later)
    os.killpg(run.pid, signal.SIGINT)
    _, complaint = run.communicate(timeout=PATIENCE)
    assert (run.returncode, complaint) == (130, f"{STOPPED}\n")
