"""Shards spread over processes of this machine, each replaced when it dies or has done enough."""

import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue
from typing import Self

from polesitter.errors import Errors, PolesitterError
from polesitter.run.answer import Given
from polesitter.run.foreman import Foreman, Work, WorkerLostError
from polesitter.run.job import Done
from polesitter.run.plan import Shard
from polesitter.run.spawned import hold_back_ctrl_c

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

SHARDS_EACH = 160
"""Shards of a worker, 20,000 short reports: what has swollen by then goes with it. To start
another takes the time of some hundred."""


class Processes:
    """A pool of processes that load the model once each.

    One that has done `shards_each` shards is replaced; nothing is given out again for it.
    """

    lost: tuple[type[BaseException], ...] = (WorkerLostError,)
    place = "the pool of processes"

    def __init__(self, job: Work, workers: int, *, shards_each: int = SHARDS_EACH) -> None:
        self.window = 2 * workers
        # Spawned, not forked: the parent may hold threads, and every system can do it.
        self.context = multiprocessing.get_context("spawn")
        self.given: Given[Done, Shard] = SimpleQueue()
        self.foremen = [Foreman(self.context, job, self.given, shards_each) for _ in range(workers)]

    def submit(self, shard: Shard) -> "Future[Done]":
        """Give a shard out to the next process that is free."""
        future: Future[Done] = Future()
        self.given.put((future, shard))
        return future

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            # As long as there is a pool: a process that replaces another must have it, too.
            stack.enter_context(one_thread_each())
            with ThreadPoolExecutor(1, initializer=hold_back_ctrl_c) as apart:
                apart.submit(_check_start, self.context).result()
            for foreman in self.foremen:
                foreman.thread.start()
            stack.callback(self._stop)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self.stack.close()

    def _stop(self) -> None:
        """End all processes; nobody waits any more for what they are at."""
        for foreman in self.foremen:
            foreman.stop()
        for _ in self.foremen:
            self.given.put(None)
        for foreman in self.foremen:
            foreman.thread.join()


def _check_start(context: multiprocessing.context.SpawnContext) -> None:
    """Raise PolesitterError (E508) where no process can come up: let only one of them tell why."""
    probe = context.Process(target=os.getpid)
    try:
        probe.start()
    except RuntimeError as error:  # in a process that is coming up itself
        raise PolesitterError(Errors.E508) from error
    probe.join()
    if probe.exitcode:
        raise PolesitterError(Errors.E508)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Have processes started meanwhile use one thread for linear algebra.

    Several workers of several threads each are slower than of one.
    """
    with in_environment(dict.fromkeys(THREADS, "1")):
        yield


@contextmanager
def in_environment(values: Mapping[str, str]) -> Iterator[None]:
    """Have processes started meanwhile find these environment variables."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
