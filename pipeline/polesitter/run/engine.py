"""What does shards: this process, a pool of processes, a cluster."""

from concurrent.futures import Future
from types import TracebackType
from typing import Protocol, Self

from polesitter.run.job import Done
from polesitter.run.plan import Shard


class Engine(Protocol):
    """Takes shards and gives futures; a context manager that ends its workers.

    `lost` are the exceptions of a future whose worker died, so that the shard can be given
    out again; `window` is how many shards should be under way to keep all workers busy.
    `place` is what to call it. A future that is cancelled, or EngineLostError raised by
    `submit`, means that there is no engine any more.
    """

    lost: tuple[type[BaseException], ...]
    window: int
    place: str

    def submit(self, shard: Shard) -> "Future[Done]":
        """Give a shard out."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
