"""A clone, Python, make and a package index are enough."""

import os
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """The project as a commit of its present state would be cloned."""
    if not (root / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no clone to copy")
    listing = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=root, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (root / name).is_file():
            (tmp_path / "clone" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, tmp_path / "clone" / name)
    return tmp_path / "clone"


@pytest.mark.full
@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_make_run_prints_grids_and_leaves_parquet(clone: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    done = subprocess.run(
        ["make", "run"], cwd=clone, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Annika Bergstrom" in done.stdout
    assert len(pd.read_parquet(clone / "out" / "sample" / "results")) > 50
