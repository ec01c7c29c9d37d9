"""Shards done in this process: the least to start, and no second chance."""

from concurrent.futures import Future
from typing import Self

from polesitter.run.job import Done, Job
from polesitter.run.kept_model import KeptModel
from polesitter.run.plan import Shard


class Here:
    """Does a shard while it is given out."""

    lost: tuple[type[BaseException], ...] = ()
    window = 1
    place = "this process"

    def __init__(self, job: Job) -> None:
        self.job = job
        self.model = KeptModel(job.model)

    def submit(self, shard: Shard) -> "Future[Done]":
        """Do a shard."""
        future: Future[Done] = Future()
        future.set_result(self.job.run(self.model, shard))
        return future

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass
