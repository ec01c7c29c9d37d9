import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy

FAKE = Path(__file__).resolve().parent.parent / "run"
"""Where the stand-in pipeline lies: "NAME took pole" is a result, EXPLODE a fault."""

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def one_pipeline() -> Iterator[None]:
    """Load each pipeline once for all tests of a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spacy, "load", cache(spacy.load))
        yield


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.syspath_prepend(str(FAKE))
    monkeypatch.setattr("polesitter.records.dataset.write.BUCKETS", 3)
    return "fake_model:load"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two good reports, and a note that is skipped."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann took pole.", encoding="utf-8")
    (folder / "b.txt").write_text("Bo took pole. Later Cy took pole.", encoding="utf-8")
    (folder / "README.txt").write_text("About.", encoding="utf-8")
    return folder


@pytest.fixture
def polesitter() -> Command:
    """Run the command in a process of its own, with the stand-in pipeline at hand."""

    def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
        paths = [str(FAKE), os.environ.get("PYTHONPATH", "")]
        return subprocess.run(
            [sys.executable, "-m", "polesitter.cli.main", *[str(arg) for arg in args]],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    return run


@pytest.fixture
def with_bad_line(tmp_path: Path) -> Path:
    """Two good reports in one file, and a line between them that is none."""
    path = tmp_path / "more.jsonl"
    lines = ('{"id": "a", "text": "Ann took pole."}', "{", '{"id": "b", "text": "Bo took pole."}')
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
