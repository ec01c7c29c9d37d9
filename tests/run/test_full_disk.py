"""A disk that fills up: a clear word, nothing lost, and the next run goes on."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import polesitter
from polesitter.run.batch import run_batch
from polesitter.run.stopped import RunStoppedError

from .datasets import contents, put_many


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 600 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("no mount here")
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    mounted = subprocess.run(command, check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("may not mount a file system")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.parametrize("workers", [pytest.param(1, marks=pytest.mark.full), 2])
def test_a_full_disk_is_told_and_made_good(
    small_disk: Path, tmp_path: Path, model: str, workers: int
) -> None:
    folder, out = put_many(tmp_path / "in", 20, words=""), small_disk / "out"
    run_batch([folder], out, model=model)
    before = len(polesitter.open(out).reports)
    for number in range(200):
        noise = os.urandom(3000).hex(" ")  # no compression makes it fit
        (folder / f"x{number}.txt").write_text(f"X{number} took pole. {noise}", encoding="utf-8")
    with pytest.raises(RunStoppedError, match=r"could not be written \(No space left on device\)"):
        run_batch([folder], out, model=model, workers=workers)
    assert len(polesitter.open(out).reports) == before == 20
    subprocess.run(["mount", "-o", "remount,size=20m", small_disk], check=True)
    summary = run_batch([folder], out, model=model, workers=workers)
    assert summary.exit_code == 0
    assert summary.counts.reports + summary.unchanged == 220
    run_batch([folder], tmp_path / "fresh", model=model)
    assert contents(out) == contents(tmp_path / "fresh")


@pytest.mark.parametrize("after", [0, 3, 9])
def test_a_disk_that_fills_while_merging_leaves_the_tables(
    reports: Path, tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    from polesitter.records.dataset.local_store import LocalStore

    out = tmp_path / "out"
    run_batch([reports], out, model=model)
    before = contents(out)
    for number in range(8):
        (reports / f"n{number}.txt").write_text(f"N{number} took pole.", encoding="utf-8")
    write, left = LocalStore.write, [after]

    def fill_up(self: LocalStore, name: str, data: bytes) -> None:
        if "/parts/" in name:
            if not left[0]:
                raise OSError(28, "No space left on device")
            left[0] -= 1
        write(self, name, data)

    with monkeypatch.context() as patch:
        patch.setattr(LocalStore, "write", fill_up)
        with pytest.raises(RunStoppedError, match="No space left"):
            run_batch([reports], out, model=model)
    now = contents(out)
    assert {name: now[name] for name in before} == before
    summary = run_batch([reports], out, model=model)
    assert (summary.counts.reports, summary.unchanged) == (0, 22)
    run_batch([reports], tmp_path / "fresh", model=model)
    assert contents(out) == contents(tmp_path / "fresh")


@pytest.mark.parametrize(
    ("number", "do"),
    [
        (errno.EACCES, "choose another folder or get leave to write there"),
        (errno.EROFS, "choose another folder or get leave to write there"),
        (errno.ENOTDIR, "choose a folder that can be made"),
        (errno.ENOSPC, "make room"),
        (errno.EIO, "make room or mend the disk"),
    ],
)
def test_what_to_do_fits_what_is_wrong(
    reports: Path, tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch, number: int, do: str
) -> None:
    def fail(_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("polesitter.run.update.Update.run", fail)
    with pytest.raises(RunStoppedError, match=f"is kept: {do}, then run again"):
        run_batch([reports], tmp_path / "out", model=model)
