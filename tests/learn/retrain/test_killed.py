"""A retraining that is killed leaves the old model in use, and nothing running."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from polesitter.cli.main import app
from polesitter.learn.retrain import recipe
from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.retrain import Wishes, retrain
from polesitter.learn.retrain.store import ModelStore
from polesitter.run.stopped import INTERRUPTED

from .conftest import Project
from .workshop import Model, make_workshop, write_reports

PATIENCE = 300
"""Seconds until something must have come about, on a machine that does much else."""


def test_killed_at_any_moment_the_old_model_is_in_use(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 105))
    store = ModelStore(project.folders.models)
    old = folder_digest(store.in_use)
    before = project.files()
    chance = random.Random(7)
    killed = 0
    for _ in range(12):
        child = os.fork()
        if child == 0:
            try:
                project.retrain(new)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.0, 0.15))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        if store.current().version == "0.1.1":
            break
        assert folder_digest(store.in_use) == old
        assert project.files() == before
    assert killed
    outcome = project.retrain(new)
    assert store.current().version == "0.1.1"
    assert outcome.verdict in ("promoted", "nothing new")
    assert "corpus/added/kite-102.txt" in project.files()


def test_builders_do_not_outlive_a_killed_retraining(project: Project, tmp_path: Path) -> None:
    started = tmp_path / "started"
    started.mkdir()
    new = write_reports(tmp_path / "new", range(101, 105))
    child = os.fork()
    if child == 0:
        try:
            slow = replace(make_workshop(project.folders), build=SlowBuild(started))
            retrain([new], project.folders, slow, _ignore, Wishes(jobs=2))
        finally:
            os._exit(0)
    builders = [int(name) for name in _names_in(started, 2)]
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if not _comes_about(lambda: not any(_is_alive(builder) for builder in builders)):
        pytest.fail("a process that builds a model is left behind")


def test_ctrl_c_stops_all_builders_at_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    started.mkdir()
    slow = replace(make_workshop(project.folders), build=SlowBuild(started))
    monkeypatch.setattr(recipe, "project_workshop", lambda _models: slow)
    new = write_reports(tmp_path / "new", range(101, 105))
    monkeypatch.chdir(project.root)
    before = project.files()
    child = os.fork()
    if child == 0:
        # Whoever runs the tests in the background ignores Ctrl-C, and so would this child.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _command_into(tmp_path / "told", ["retrain", str(new), "--jobs", "2"])
    builders = [int(name) for name in _names_in(started, 2)]
    os.kill(child, signal.SIGINT)
    assert _exit_code(child) == INTERRUPTED
    assert not any(_is_alive(builder) for builder in builders)
    told = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    assert told[-1] == "polesitter: stopped. The old model stays in use, and nothing was learned."
    assert "Traceback" not in "".join(told)
    assert project.files() == before
    assert not list((project.folders.models / ".staging").iterdir())


class SlowBuild:
    """Leaves the number of its process in a folder, and takes longer than any test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, _config: Path, _patterns: Path, _corpus: Path) -> Model:
        (self.folder / str(os.getpid())).touch()
        time.sleep(600)
        raise AssertionError


def _comes_about(is_so: Callable[[], bool]) -> bool:
    """Wait until something is so; False if it takes for ever."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _names_in(folder: Path, number: int) -> list[str]:
    """Wait until so many files are there."""
    if not _comes_about(lambda: len(list(folder.iterdir())) == number):
        pytest.fail(f"{number} processes should build models")
    return [path.name for path in folder.iterdir()]


def _command_into(told: Path, args: list[str]) -> NoReturn:
    """Run a command and end this process with its exit code."""
    sys.stderr = told.open("w", buffering=1, encoding="utf-8")
    try:
        app(args)
    except SystemExit as end:
        os._exit(int(end.code or 0))
    finally:
        os._exit(99)


def _exit_code(child: int) -> int:
    """Wait for a process that should end at once, and kill it if it does not."""
    ended: list[int] = []

    def has_ended() -> bool:
        pid, status = os.waitpid(child, os.WNOHANG)
        ended.extend([os.waitstatus_to_exitcode(status)] if pid else [])
        return pid != 0

    if not _comes_about(has_ended):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        pytest.fail("it waits for a model that nobody wants any more")
    return ended[0]


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):  # the latter if it ends meanwhile
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def _ignore(_step: str) -> None:
    """Nothing is told."""
