"""Shards given out and taken back, in any order, whatever becomes of the workers."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait

from polesitter.errors import Errors
from polesitter.run.engine import Engine
from polesitter.run.failure import worker_died
from polesitter.run.job import NOTHING, Done, Job
from polesitter.run.plan import Shard, single_reports
from polesitter.run.reading import digest_of
from polesitter.run.stopped import EngineLostError
from polesitter.types import ReportError

MOST_TRIES = 1
"""How often a report is tried again, by itself, after its worker died."""


def dispatch(engine: Engine, job: Job, shards: Iterator[Shard]) -> Iterator[tuple[Shard, Done]]:
    """Yield shards as they finish, each with what it came to.

    A shard whose worker died comes back as shards of one report; a report that does it
    again is listed as an error. Exceptions of workers are raised here.
    """
    again: deque[Shard] = deque()
    under_way: dict[Future[Done], Shard] = {}
    while True:
        # Few are under way at a time: shards are made as they are wanted.
        while len(under_way) < engine.window:
            shard = again.popleft() if again else next(shards, None)
            if shard is None:
                break
            under_way[engine.submit(shard)] = shard
        if not under_way:
            return
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            shard = under_way.pop(future)
            try:
                yield shard, future.result()
            except engine.lost:
                if shard.tries < MOST_TRIES:
                    # The worker may have died when all was staged, before it could tell so.
                    job.take_back(shard.name)
                    again.extend(single_reports(shard))
                    yield Shard(shard.name), NOTHING
                else:
                    yield shard, job.set_aside(shard.name, _died(job, shard))
            except CancelledError as error:
                raise EngineLostError(Errors.E511.format(scheduler=engine.place)) from error


def _died(job: Job, shard: Shard) -> list[ReportError]:
    files = [worker_died(file.source, digest_of(file), job.deadline) for file in shard.files]
    return files + [
        worker_died(report.source, report.sha256, job.deadline) for report in shard.reports
    ]
