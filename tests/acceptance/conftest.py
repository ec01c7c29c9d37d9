import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

import polesitter
from polesitter.run.batch import run_batch
from polesitter.run.summary import RunSummary

from .reports import corpus_texts, put

Command = Callable[..., subprocess.CompletedProcess[str]]
Extract = Callable[[list[Path], Path], RunSummary]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that comes with the package."""
    return polesitter.load()


@pytest.fixture(scope="session")
def command(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Run the command line in a process of its own, from a folder that is not the project's.

    `env` is added to the environment; `preexec_fn` goes to subprocess.run.
    """
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(
        *args: str | Path,
        env: dict[str, str] | None = None,
        preexec_fn: Callable[[], None] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "polesitter.cli.main", *[str(arg) for arg in args]],
            capture_output=True,
            text=True,
            check=False,
            cwd=elsewhere,
            env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1", **(env or {})},
            preexec_fn=preexec_fn,
        )

    return run


@pytest.fixture(scope="session")
def extract_here(nlp: Language) -> Extract:
    """Make a run in this process with the pipeline at hand: loading takes longer than reading."""

    def run(paths: list[Path], out: Path) -> RunSummary:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("polesitter.run.kept_model.load_for_good", {None: nlp}.__getitem__)
            return run_batch(paths, out)

    return run


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The folder of the scorer and the two seed articles, where it is at hand."""
    folder = root.parent / "shared"
    if not (folder / "score.py").is_file():
        pytest.skip("no scorer beside the project")
    return folder


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory, root: Path, extract_here: Extract) -> Path:
    """What one run makes of all annotated reports but the test split, and of the sample."""
    folder = tmp_path_factory.mktemp("dataset")
    put(folder / "reports", corpus_texts(root, "train", "dev"))
    (folder / "reports" / "sample").symlink_to(root / "corpus" / "sample")
    inputs = [folder / "reports", folder / "reports" / "sample"]
    assert extract_here(inputs, folder / "out").exit_code == 0
    return folder / "out"
