"""What tests of runs share: a dataset's bytes, and reports to write."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from polesitter.records.dataset.local_store import LOCK
from polesitter.run.account import RUN

from ..needed import package

HERE = Path(__file__).parent
MODEL = "fake_model:load"
BEYOND = (RUN, LOCK)
"""What no promise of equal bytes covers: the account of the run, and its lock."""


def contents(out: Path) -> dict[str, bytes]:
    """All files of a dataset by place."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in BEYOND
    }


def put_many(folder: Path, number: int, words: str = "SLOW", filling: int = 1500) -> Path:
    """Write that many reports, long enough that there are several shards of them.

    One of them, in the last shard, can be held back: see the fixture `hold`.
    """
    folder.mkdir(parents=True)
    for n in range(number):
        held = "HOLD" if n == number - 1 else ""
        text = f"Driver{n} took pole. {words} {held} {'x ' * filling}"
        (folder / f"r{n:04d}.txt").write_text(text, encoding="utf-8")
    return folder


def start(*args: object, start_new_session: bool = False) -> subprocess.Popen[str]:
    """Start `polesitter extract` with the stand-in pipeline, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "polesitter.cli.main", "extract", "-m", MODEL, *map(str, args)],
        env=environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=start_new_session,
    )


def environment() -> dict[str, str]:
    """The environment of processes that are to find the stand-in pipeline."""
    found = [str(HERE), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(found)}


def workers_of(process: int) -> list[Any]:
    """The processes below a process that were spawned to work."""
    psutil = package("psutil")
    found = []
    for child in psutil.Process(process).children(recursive=True):
        with suppress(psutil.Error):  # It may just end.
            found += [child] if "spawn_main" in " ".join(child.cmdline()) else []
    return found
