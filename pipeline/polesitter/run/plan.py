"""What to read, cut into tasks that workers take one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polesitter.text.input_file import InputFile

TASK_FILES = 32
"""Single-report files per task: enough to pay for passing it, few for smooth progress."""

SHARE_BYTES = 500_000
"""A file of many reports has a share per so many bytes, up to SHARES_PER_WORKER each."""

# Every share reads the whole file: reading is cheap beside extraction, but not free.
SHARES_PER_WORKER = 4

CONTAINERS = (".jsonl", ".jsonl.gz", ".parquet")
"""Suffixes of files that may hold any number of reports."""


@dataclass(frozen=True, slots=True)
class Task:
    """Files for one worker, or its share of one big file; `name` is its own in the run.

    Of the reports of each file it takes those whose number, from 0, leaves the
    remainder `share` when divided by `shares`.
    """

    name: str
    files: tuple[InputFile, ...]
    share: int = 0
    shares: int = 1


def plan(files: Sequence[InputFile], workers: int) -> list[Task]:
    """Cut the files into tasks, big files that hold many reports into shares."""
    return [
        Task(f"{number:06d}", chosen, share, shares)
        for number, (chosen, share, shares) in enumerate(_cut(files, workers))
    ]


def single_files(task: Task) -> list[Task]:
    """Return the task as one task per file, to find out which file is at fault."""
    return [
        Task(f"{task.name}-{number:06d}", (file,), task.share, task.shares)
        for number, file in enumerate(task.files)
    ]


def _cut(
    files: Sequence[InputFile], workers: int
) -> Iterator[tuple[tuple[InputFile, ...], int, int]]:
    singles = [file for file in files if file.suffix not in CONTAINERS]
    # Large files first: a long task that starts last would be waited for alone.
    for file in files:
        if file.suffix in CONTAINERS:
            shares = min(SHARES_PER_WORKER * workers, 1 + _size(file) // SHARE_BYTES)
            for share in range(shares):
                yield (file,), share, shares
    size = min(TASK_FILES, max(1, -(-len(singles) // (4 * workers))))
    for start in range(0, len(singles), size):
        yield tuple(singles[start : start + size]), 0, 1


def _size(file: InputFile) -> int:
    try:
        return 0 if file.path is None else file.path.stat().st_size
    except OSError:
        return 0  # Gone since it was found: reading it will say so.
