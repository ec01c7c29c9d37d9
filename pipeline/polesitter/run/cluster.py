"""Shards spread over a Dask cluster, on this machine or on many."""

import logging
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from typing import Any, Self

from polesitter.errors import Errors, PolesitterError
from polesitter.run.job import Done, Job
from polesitter.run.plan import Shard
from polesitter.run.stopped import EngineLostError

LOCAL = "local"
"""The address of a cluster that is started for one run, on this machine."""

PATIENCE = 10
"""Seconds to wait for a scheduler to answer."""

BUSY = 60
"""Seconds that a cluster of our own may take to answer or to end, on a busy machine."""

LOGGERS = ("distributed.client", "distributed.core", "distributed.nanny", "distributed.scheduler")

SETTINGS = {
    # Deaths of a worker that a shard may meet before it comes back to be cut up.
    "distributed.scheduler.allowed-failures": 1,
    # A hundred looks a second at what each process does, for a dashboard that there is not.
    "distributed.worker.profile.enabled": False,
}
"""What Dask is told; workers of a cluster that runs already keep their own."""


class Cluster:
    """The workers of a Dask scheduler, which load the model once each.

    They must be able to import polesitter and to reach inputs, output and model under
    the same names as this process.
    """

    lost: tuple[type[BaseException], ...]

    def __init__(self, job: Job, scheduler: str, workers: int) -> None:
        try:
            from distributed import KilledWorker
        except ImportError as error:
            raise PolesitterError(Errors.E512) from error
        self.job = job
        self.place = scheduler
        self.workers = workers
        self.window = 2 * workers
        self.lost = (KilledWorker,)

    def submit(self, shard: Shard) -> "Future[Done]":
        """Give a shard out; the scheduler finds a worker for it."""
        if self.client.status != "running":
            raise EngineLostError(Errors.E511.format(scheduler=self.place))
        future: Future[Done] = self.executor.submit(self.job, shard)
        return future

    def __enter__(self) -> Self:
        # Deaths and silences are told by the run itself, once and in plain words.
        for name in LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        with ExitStack() as stack:
            self.client = self._connect(stack)
            self.client.register_plugin(_plugin(self.job))
            self.window = 2 * max(self.workers, sum(self.client.nthreads().values()))
            self.executor: Any = self.client.get_executor(pure=False)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self.stack.close()

    def _connect(self, stack: ExitStack) -> Any:
        """Return a client; `stack` takes what is to be closed at the end."""
        import dask
        import distributed

        settings: Any = dask.config.set(SETTINGS)
        stack.enter_context(settings)
        address: Any = self.place
        if self.place == LOCAL:
            address = _start(self.workers)
            stack.callback(_close, address, BUSY)
        try:
            connect: Any = distributed.Client
            client = connect(address, timeout=BUSY if self.place == LOCAL else PATIENCE)
        except (OSError, ValueError) as error:
            raise EngineLostError(Errors.E511.format(scheduler=self.place)) from error
        stack.callback(_close, client, PATIENCE)
        return client


def _close(what: Any, seconds: float) -> None:
    """Close a client or a cluster; the work is done, and what takes too long ends with us."""
    with suppress(TimeoutError):
        what.close(timeout=seconds)


def _start(workers: int) -> Any:
    import distributed

    cluster: Any = distributed.LocalCluster
    return cluster(
        n_workers=workers,
        threads_per_worker=1,
        dashboard_address=None,
        # Any port: the one that Dask would choose, and warn of, may be another cluster's.
        scheduler_kwargs={"dashboard_address": ":0"},
        silence_logs=logging.CRITICAL,
    )


def _plugin(job: Job) -> Any:
    """Return a plugin that has a worker load the model before its first shard."""
    from distributed import WorkerPlugin

    class LoadModel(WorkerPlugin):
        name = "polesitter-model"

        def setup(self, worker: object) -> None:
            job.prepare()

    return LoadModel()
