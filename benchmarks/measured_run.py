"""One run, with the clock and the memory of its workers watched."""

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import psutil

from polesitter.run.batch import run_batch
from polesitter.run.summary import Progress, RunSummary
from polesitter.run.update import Means

SAMPLED_EVERY = 0.05
TOLD = ("spawn_main",)


@dataclass(slots=True)
class Measured:
    """Seconds of a run, from its start and from its first shards on, and the workers' memory.

    `steady_files` were done in `steady_seconds`, the merge at the end included. `peaks` has
    the most bytes each worker held of its own.
    """

    summary: RunSummary
    seconds: float
    steady_seconds: float
    steady_files: int
    peaks: list[int] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Reports per second once workers had started."""
        return self.steady_files / self.steady_seconds if self.steady_seconds else 0.0


def measure(folder: Path, out: Path, means: Means, model: str | None = None) -> Measured:
    """Make a run and watch it."""
    seen: list[tuple[float, int]] = []

    def note(progress: Progress) -> None:
        seen.append((perf_counter(), progress.files))

    with Watcher() as watcher:
        start = perf_counter()
        summary = run_batch([folder], out, model=model, means=means, progress=note)
        end = perf_counter()
    # By then the last worker has started, too, unless the run is a small one.
    first_time, first_files = seen[min(2 * (means.workers or 1), len(seen) // 4)]
    if first_files == seen[-1][1]:  # So small a run that its first news was its last.
        first_time, first_files = start, 0
    return Measured(
        summary, end - start, end - first_time, seen[-1][1] - first_files, watcher.peaks()
    )


class Watcher:
    """Samples the memory of worker processes while it is open."""

    def __init__(self) -> None:
        self.most: dict[int, int] = {}
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> "Watcher":
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.over.set()
        self.thread.join()

    def peaks(self) -> list[int]:
        """Bytes, one figure per process, the largest first."""
        return sorted(self.most.values(), reverse=True)

    def _sample(self) -> None:
        here = psutil.Process(os.getpid())
        while not self.over.wait(SAMPLED_EVERY):
            for child in here.children(recursive=True):
                held = _held(child)
                self.most[child.pid] = max(self.most.get(child.pid, 0), held)


def _held(process: psutil.Process) -> int:
    try:
        if not _is_worker(process.cmdline()):
            return 0
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0  # It is gone.


def _is_worker(command: Sequence[str]) -> bool:
    return any(mark in part for part in command for mark in TOLD)
