"""The benchmark of whole runs tells all it promises."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.full
def test_every_line_is_measured(root: Path) -> None:
    done = subprocess.run(
        [
            sys.executable, root / "benchmarks" / "batch.py", "--quick", "--reports", "80",
            "--growth", "40", "80", "--model", "fake_model:load",
        ],
        env={"PYTHONPATH": str(root / "tests" / "run")},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert told == [
        "generated reports",
        "own pool, 1 worker",
        "own pool, 2 workers",
        "own pool, 4 workers",
        "first run",
        "rerun, nothing changed",
        "rerun, one report changed",
        "Dask, 4 workers",
        "peak memory of a worker, 40 to 80 reports",
        "time per report, 40 to 80 reports",
    ]
