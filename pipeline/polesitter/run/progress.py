"""How far a run is, told after every shard."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from polesitter.run.job import NOTHING, Done
from polesitter.run.plan import Shard
from polesitter.run.summary import Progress
from polesitter.text.input_file import InputFile
from polesitter.types import Report

Listener = Callable[[Progress], None]


@dataclass(slots=True)
class Tracker:
    """Counts inputs that are done.

    A file with one report is done with its shard, a container when it has been read
    through and all its items are done.
    """

    total: int
    listener: Listener | None = None
    files: int = 0
    done: Done = NOTHING
    _open: Counter[str] = field(default_factory=Counter)
    _read_through: set[str] = field(default_factory=set)

    def follow(
        self, files: Iterable[InputFile], items_of: Callable[[InputFile], Iterable[Report]]
    ) -> Iterator[Report]:
        """Yield the items of containers, keeping count of which are on their way."""
        for file in files:
            for report in items_of(file):
                self._open[_container(report.source)] += 1
                yield report
            self._read_through.add(file.source)
            self._close(file.source)

    def add(self, shard: Shard, done: Done) -> None:
        """Take in a shard that is finished, and what it came to."""
        self.done += done
        self.files += len(shard.files)
        for report in shard.reports:
            source = _container(report.source)
            self._open[source] -= 1
            self._close(source)
        if self.listener is not None:
            self.listener(Progress(self.files, self.total, self.done.counts))

    def _close(self, source: str) -> None:
        if source in self._read_through and not self._open[source]:
            self._read_through.remove(source)
            self.files += 1


def _container(source: str) -> str:
    return source.rpartition("#")[0] or source
