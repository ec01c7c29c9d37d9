"""Whatever does the work, the bytes are the same; a worker that dies costs one report."""

import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from socket import socket
from typing import Any

import pytest

import polesitter
from polesitter.errors import PolesitterError
from polesitter.run import processes
from polesitter.run.batch import run_batch
from polesitter.run.cluster import _start
from polesitter.run.here import Here
from polesitter.run.job import Done
from polesitter.run.plan import Shard
from polesitter.run.processes import Processes
from polesitter.run.stopped import EngineLostError
from polesitter.run.summary import Counts, Progress
from polesitter.run.update import Means

from ..needed import package
from .datasets import contents, put_many, workers_of

full = pytest.mark.full
PATIENCE = 300
"""Seconds that anything may take, on a machine that does much else."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put_many(tmp_path / "in", 40)


@pytest.fixture
def alone(folder: Path, tmp_path: Path, model: str) -> dict[str, bytes]:
    """What one process makes of the reports."""
    run_batch([folder], tmp_path / "alone", model=model)
    return contents(tmp_path / "alone")


@contextmanager
def one_killed_midway(out: Path, hold: Path) -> Iterator[None]:
    """Kill one worker as soon as there is something staged; no run is through before."""
    killed: list[Any] = []

    def wait_and_kill() -> None:
        end = time.monotonic() + PATIENCE
        while not any(Path(out).glob(".staging/rows*/*.arrow")) and time.monotonic() < end:
            time.sleep(0.005)
        try:
            worker = workers_of(os.getpid())[-1]
            worker.kill()
            killed.append(worker)
        finally:
            hold.unlink()

    killer = threading.Thread(target=wait_and_kill, daemon=True)
    killer.start()
    yield
    killer.join()
    assert killed


@pytest.mark.parametrize("workers", [2, pytest.param(4, marks=full)])
@pytest.mark.parametrize(("engine", "needed"), [("local", "psutil"), ("dask", "distributed")])
def test_a_worker_killed_midway_loses_nothing(
    folder: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
    model: str,
    workers: int,
    engine: str,
    needed: str,
    hold: Path,
) -> None:
    package(needed)
    means = Means(workers, engine)
    with one_killed_midway(tmp_path / "out", hold):
        summary = run_batch([folder], tmp_path / "out", model=model, means=means)
    assert (summary.counts.reports, summary.failed) == (40, {})
    assert contents(tmp_path / "out") == alone


class DiesLate(Here):
    """Does the first shard, and dies before it can tell so."""

    lost = (InterruptedError,)
    is_first = True

    def submit(self, shard: Shard) -> Future[Done]:
        done = super().submit(shard)
        if not self.is_first:
            return done
        self.is_first = False
        lost: Future[Done] = Future()
        lost.set_exception(InterruptedError())
        return lost


def test_rows_staged_by_a_process_that_died_are_not_there_twice(
    folder: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
    model: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("polesitter.run.here.Here", DiesLate)
    summary = run_batch([folder], tmp_path / "out", model=model)
    assert (summary.counts.reports, summary.failed) == (40, {})
    assert contents(tmp_path / "out") == alone


class TellPid:
    """Does a shard by telling which process it is, as a number of reports."""

    def __call__(self, shard: Shard) -> Done:
        return Done(Counts(reports=os.getpid()), Counter())


def test_a_process_that_has_done_enough_is_replaced() -> None:
    with Processes(TellPid(), 2, shards_each=3) as engine:
        given = [engine.submit(Shard(str(number))) for number in range(12)]
        done = Counter(future.result(timeout=PATIENCE).counts.reports for future in given)
    assert sum(done.values()) == 12
    assert max(done.values()) <= 3
    assert os.getpid() not in done


def test_replaced_processes_lose_nothing(
    folder: Path,
    alone: dict[str, bytes],
    tmp_path: Path,
    model: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "Processes", partial(Processes, shards_each=1))
    seen: list[Progress] = []
    summary = run_batch(
        [folder], tmp_path / "out", model=model, means=Means(2), progress=seen.append
    )
    assert len(seen) > 4
    assert (summary.counts.reports, summary.failed) == (40, {})
    assert contents(tmp_path / "out") == alone


def test_workers_that_end_late_fail_no_run_that_is_through(
    folder: Path, tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = package("distributed")
    close = distributed.LocalCluster.close

    def close_late(cluster: Any, timeout: float | None = None) -> None:
        close(cluster)
        raise TimeoutError

    monkeypatch.setattr(distributed.LocalCluster, "close", close_late)
    summary = run_batch([folder], tmp_path / "out", model=model, means=Means(1, "dask"))
    assert (summary.counts.reports, summary.failed) == (40, {})


def test_two_clusters_on_one_machine_are_no_cause_for_a_warning(
    recwarn: pytest.WarningsRecorder,
) -> None:
    package("distributed")
    with socket() as other:
        with suppress(OSError):  # Then there is another cluster indeed.
            other.bind(("", 8787))
            other.listen()
        _start(1).close()
    assert [str(warning.message) for warning in recwarn if "8787" in str(warning.message)] == []


@pytest.mark.parametrize("engine", ["local", pytest.param("dask", marks=full)])
def test_reports_that_kill_or_hang_are_listed(
    folder: Path, tmp_path: Path, model: str, engine: str
) -> None:
    (folder / "deadly.txt").write_text("DIE", encoding="utf-8")
    (folder / "endless.txt").write_text("HANG", encoding="utf-8")
    seen: list[Progress] = []
    summary = run_batch(
        [folder], tmp_path / "out", model=model, progress=seen.append,
        means=Means(2, engine, deadline=2),
    )  # fmt: skip
    season = polesitter.open(tmp_path / "out")
    assert list(season.errors.source) == ["deadly.txt", "endless.txt"]
    assert set(season.errors.error) == {"WorkerDied"}
    assert season.errors.message.str.contains("after 2 seconds").all()
    assert len(season.reports) == summary.counts.reports == 40
    assert (seen[-1].files, seen[-1].files_total) == (42, 42)
    # They are left alone until they change.
    assert run_batch([folder], tmp_path / "out", model=model).faulty == 2


@full
def test_a_scheduler_that_dies_ends_the_run_and_the_next_goes_on(
    folder: Path, alone: dict[str, bytes], tmp_path: Path, model: str
) -> None:
    distributed = package("distributed")
    out = tmp_path / "out"
    seen: list[Progress] = []
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    )
    means = Means(2, "dask", cluster.scheduler_address)

    def close_after_some(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == 2:
            cluster.close()

    with pytest.raises(EngineLostError, match="does not answer"):
        run_batch([folder], out, model=model, means=means, progress=close_after_some)
    assert 0 < len(polesitter.open(out).reports) < 40
    with pytest.raises(EngineLostError, match=cluster.scheduler_address):
        run_batch([folder], out, model=model, means=means)
    assert run_batch([folder], out, model=model).exit_code == 0
    assert contents(out) == alone


def test_there_is_no_other_engine(folder: Path, tmp_path: Path, model: str) -> None:
    with pytest.raises(PolesitterError, match="choose local or dask"):
        run_batch([folder], tmp_path / "out", model=model, means=Means(2, "spark"))


@full
def test_a_script_without_a_main_guard_is_told_so(folder: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    from .datasets import environment

    script = tmp_path / "script.py"
    script.write_text(
        "from polesitter.run.batch import run_batch\n"
        f"run_batch([{str(folder)!r}], {str(tmp_path / 'out')!r}, workers=2,\n"
        "          model='fake_model:load')\n"
    )
    done = subprocess.run(
        [sys.executable, script], env=environment(), capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "no worker process could start" in done.stderr
