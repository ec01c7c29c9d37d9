from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.retrain import recipe
from polesitter.learn.retrain.outcome import RetrainOutcome
from polesitter.learn.retrain.retrain import Folders, Wishes, retrain

from .workshop import make_project, make_workshop, write_reports


class Project:
    """A corpus, patterns and a model of the simple learner, to be retrained."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders: Folders = make_project(root)
        self.told: list[str] = []

    def retrain(
        self, *new: Path, dry_run: bool = False, keep_anyway: str | None = None, jobs: int = 1
    ) -> RetrainOutcome:
        """Retrain on new reports."""
        return retrain(
            new,
            self.folders,
            make_workshop(self.folders),
            self.told.append,
            Wishes(dry_run, keep_anyway, jobs),
        )

    def files(self) -> dict[str, bytes]:
        """The content of every file that a retraining may change."""
        folders = self.folders
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for folder in (folders.corpus, folders.patterns, folders.models / "en_qualifying")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(autouse=True)
def one_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command builds in its own process: to start another takes longer than these models."""
    module = import_module("polesitter.cli.retrain")
    monkeypatch.setattr(module, "default_jobs", _one)


def _one() -> int:
    return 1


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of its own for each test."""
    return Project(tmp_path / "project")


@pytest.fixture
def simple_learner(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands train the simple learner, in the folder of the project."""

    def workshop(_models: Path) -> Any:
        return make_workshop(project.folders)

    monkeypatch.setattr(recipe, "project_workshop", workshop)
    monkeypatch.chdir(project.root)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight reports to learn from, four of dev and four to measure on."""
    folder = tmp_path / "corpus"
    write_reports(folder / "train", range(1, 9))
    write_reports(folder / "dev", range(9, 13))
    write_reports(folder / "test", range(13, 17))
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Four new reports: kite-102, kite-104, surf-101 and surf-103."""
    return write_reports(tmp_path / "new", range(101, 105))
