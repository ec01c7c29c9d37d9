"""A retraining that is killed leaves the old model in use, and nothing running."""

import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.retrain import Wishes, retrain
from polesitter.learn.retrain.store import ModelStore

from .conftest import Project
from .workshop import Model, make_workshop, write_reports


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
    for _ in range(400):
        if not any(_is_alive(builder) for builder in builders):
            return
        time.sleep(0.05)
    pytest.fail("a process that builds a model is left behind")


class SlowBuild:
    """Leaves the number of its process in a folder, and takes longer than any test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, _config: Path, _patterns: Path, _corpus: Path) -> Model:
        (self.folder / str(os.getpid())).touch()
        time.sleep(600)
        raise AssertionError


def _names_in(folder: Path, number: int) -> list[str]:
    """Wait until so many files are there."""
    for _ in range(600):
        names = [path.name for path in folder.iterdir()]
        if len(names) == number:
            return names
        time.sleep(0.05)
    raise AssertionError(f"{number} processes should build models")


def _is_alive(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def _ignore(_step: str) -> None:
    """Nothing is told."""
