"""Commands to copy name the programs of this environment."""

import os
import sys
from pathlib import Path

import pytest

from polesitter.review.terminal.program import called


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment in `.venv` of the working directory, not activated."""
    for folder in (tmp_path / ".venv/bin", tmp_path / "usr/bin"):
        folder.mkdir(parents=True)
        for name in ("python", "polesitter"):
            (folder / name).touch(mode=0o755)
    (tmp_path / "usr/bin/polesitter").unlink()
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv/bin/python"))
    monkeypatch.setenv("PATH", str(tmp_path / "usr/bin"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="programs have suffixes elsewhere")
def test_an_environment_that_is_not_activated_is_named(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert called("polesitter") == ".venv/bin/polesitter"
    assert called("python") == ".venv/bin/python"
    monkeypatch.chdir(environment / "usr")
    assert called("polesitter") == str(environment / ".venv/bin/polesitter")


@pytest.mark.skipif(os.name != "posix", reason="programs have suffixes elsewhere")
def test_a_program_that_the_shell_finds_goes_by_its_name(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(environment / ".venv/bin"), prepend=os.pathsep)
    assert (called("polesitter"), called("python")) == ("polesitter", "python")
    assert called("nowhere-installed") == "nowhere-installed"
