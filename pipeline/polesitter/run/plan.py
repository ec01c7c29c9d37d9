"""What is to be read, cut into shards by size."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from polesitter.text.input_file import InputFile
from polesitter.types import Report

SHARD_BYTES = 1_000_000
"""A shard this big pays for being passed, and little is lost with one that is cut short."""

LEAST_BYTES = 20_000
"""Below this, waiting for the disk would take longer than reading the reports."""

SHARD_REPORTS = 128
"""With twice as many, the rows of a shard take 20 MB more while they are written."""

SHARDS_PER_WORKER = 8
"""A small run is cut finer, so that no worker waits long for the last one."""

CONTAINERS = ("", ".jsonl", ".jsonl.gz", ".parquet")
"""Suffixes of files that may hold any number of reports; "" is standard input."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The unit of work: files with a report each, and reports that came out of containers.

    `name` is its own within a run. `tries` counts how often it was given out before.
    """

    name: str
    files: tuple[InputFile, ...] = ()
    reports: tuple[Report, ...] = ()
    tries: int = 0

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all its reports."""
        files = [file.source for file in self.files]
        return (*files, *(report.source for report in self.reports))


def plan(files: Sequence[InputFile], items: Iterable[Report], workers: int) -> Iterator[Shard]:
    """Cut files and reports into shards; `items` are drawn only as shards are.

    Big files come first: a long shard that started last would be waited for alone.
    """
    sizes = sorted(((size_of(file), file) for file in files), key=itemgetter(0), reverse=True)
    total = sum(size for size, _ in sizes)
    room = max(LEAST_BYTES, min(SHARD_BYTES, total // (SHARDS_PER_WORKER * workers)))
    growing = _Growing(room)
    for size, file in sizes:
        yield from growing.add(size, file)
    yield from growing.rest()
    for report in items:
        yield from growing.add(len(report.text), report)
    yield from growing.rest()


def single_reports(shard: Shard) -> list[Shard]:
    """Return the shard as one shard per report, to find out which report is at fault."""
    files = [Shard("", files=(file,)) for file in shard.files]
    reports = [Shard("", reports=(report,)) for report in shard.reports]
    return [
        Shard(f"{shard.name}-{number:04d}", single.files, single.reports, shard.tries + 1)
        for number, single in enumerate([*files, *reports])
    ]


def is_container(file: InputFile) -> bool:
    """Tell whether a file may hold any number of reports."""
    return file.suffix in CONTAINERS


def size_of(file: InputFile) -> int:
    """Return the bytes of a file; 0 where that cannot be told before it is read."""
    try:
        return 0 if file.path is None else file.path.stat().st_size
    except OSError:
        return 0  # Gone since it was found: reading it will say so.


@dataclass(slots=True)
class _Growing:
    """A shard under construction."""

    room: int
    number: int = 0
    bytes: int = 0
    items: list[InputFile | Report] = field(default_factory=list)

    def add(self, size: int, item: InputFile | Report) -> Iterator[Shard]:
        self.items.append(item)
        self.bytes += size
        if self.bytes >= self.room or len(self.items) >= SHARD_REPORTS:
            yield from self.rest()

    def rest(self) -> Iterator[Shard]:
        if self.items:
            yield Shard(
                f"{self.number:06d}",
                tuple(item for item in self.items if isinstance(item, InputFile)),
                tuple(item for item in self.items if isinstance(item, Report)),
            )
            self.number += 1
            self.bytes = 0
            self.items = []
