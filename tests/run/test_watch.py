"""A folder that is watched: what is put there is read, and Ctrl-C ends it."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from subprocess import Popen
from threading import Timer
from typing import Any

import pytest

import polesitter
from polesitter.run.watch import changes

from ..needed import package
from .datasets import put_many, start

watchfiles = package("watchfiles")
PATIENCE = 300
Names = tuple[str, ...]
"""What is found changed at a look."""
Told = Callable[..., list[int]]
Begin = Callable[..., Popen[str]]
POSIX = pytest.mark.skipif(os.name != "posix", reason="no SIGINT here")


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """At which looks, ten a second, a change is told; given are the names found at each."""

    def at(*looks: Names) -> list[int]:
        now = count()
        monkeypatch.setattr("polesitter.run.watch.monotonic", lambda: next(now) / 10)
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        passed: list[Names] = []

        def watch(*paths: Path, **settings: object) -> Iterator[set[tuple[Any, str]]]:
            for names in looks:
                passed.append(names)
                yield {(watchfiles.Change.modified, str(folder / name)) for name in names}

        monkeypatch.setattr("watchfiles.watch", watch)
        return [len(passed) - 1 for _ in changes([folder], folder / "out")]

    return at


STILL: list[Names] = [()] * 15
A = ("a.txt",)


@pytest.mark.parametrize(
    ("looks", "at"),
    [
        ((), []),
        (((),), [0]),
        (((), *STILL), [0]),
        (((), A, *STILL), [0, 11]),
        # Half a second apart they are one, and two seconds apart two.
        (((), A, *STILL[:4], A, *STILL), [0, 16]),
        (((), A, *STILL, A, *STILL), [0, 11, 27]),
        # What goes on and on is told every now and then.
        (((), *[A] * 150, *STILL), [0, 101, 160]),
        # What a run writes itself is no change, what stands beside it is.
        (((), ("out/results/part-0.parquet",), ("out",), *STILL), [0]),
        (((), ("outlook.txt",), *STILL), [0, 11]),
        (((), (".git/index",), *STILL), [0]),
    ],
)
def test_changes_are_told_when_they_have_settled(
    told: Told, looks: tuple[Names, ...], at: list[int]
) -> None:
    assert told(*looks) == at


@pytest.fixture
def watch() -> Iterator[Begin]:
    """Starts a watching run; it ends with the test, or when patience does."""
    with ExitStack() as stack:

        def begin(*args: object) -> Popen[str]:
            run = stack.enter_context(start(*args, "--parts", 2, "--watch"))
            stack.callback(run.kill)
            patience = Timer(PATIENCE, run.kill)
            stack.callback(patience.cancel)
            patience.start()
            return run

        yield begin


def await_account(run: Popen[str]) -> None:
    """Wait until a run is through and has told so: not before can its tables be read safely."""
    assert run.stdout is not None
    for line in run.stdout:
        if "Next" in line:
            return
    raise AssertionError(run.communicate())


def drivers(out: Path) -> set[str]:
    return set(polesitter.open(out).results.driver)


@POSIX
def test_what_is_put_into_a_watched_folder_is_read(tmp_path: Path, watch: Begin) -> None:
    folder, out = put_many(tmp_path / "in", 2), tmp_path / "in" / "out"
    run = watch(folder, "-o", out, "--prune")
    await_account(run)
    assert drivers(out) == {"Driver0", "Driver1"}
    (folder / "new.txt").write_text("Xi took pole.", encoding="utf-8")
    (folder / "r0000.txt").unlink()
    await_account(run)
    assert drivers(out) == {"Driver1", "Xi"}
    run.send_signal(signal.SIGINT)
    account, complaint = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, complaint
    # One account at first, and one per change: what it writes itself is no change.
    assert "Next" not in account
    assert complaint == "polesitter: stopped watching. What was read is kept.\n"


@POSIX
def test_what_comes_during_the_first_run_is_read(tmp_path: Path, watch: Begin) -> None:
    folder, out = put_many(tmp_path / "in", 4, "SLOW " * 10), tmp_path / "in" / "out"
    run = watch(folder, "-o", out)
    while run.poll() is None and not (out / ".staging").exists():
        time.sleep(0.002)
    (folder / "new.txt").write_text("Xi took pole.", encoding="utf-8")
    await_account(run)
    await_account(run)
    assert "Xi" in drivers(out)
