from pathlib import Path

import pytest

from polesitter.learn.retrain.outcome import RetrainOutcome
from polesitter.learn.retrain.retrain import Folders, retrain

from .workshop import make_project, make_workshop


class Project:
    """A corpus, patterns and a model of the simple learner, to be retrained."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders: Folders = make_project(root)
        self.told: list[str] = []

    def retrain(
        self, *new: Path, dry_run: bool = False, keep_anyway: str | None = None
    ) -> RetrainOutcome:
        """Retrain on new reports."""
        return retrain(
            new,
            self.folders,
            make_workshop(self.folders),
            self.told.append,
            dry_run=dry_run,
            keep_anyway=keep_anyway,
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


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of its own for each test."""
    return Project(tmp_path / "project")
