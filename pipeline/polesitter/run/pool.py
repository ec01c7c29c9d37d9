"""Tasks spread over processes, in any order, surviving a process that dies."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from polesitter.errors import Errors, PolesitterError
from polesitter.run.plan import Task

T = TypeVar("T")

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def run_in_processes(
    tasks: Sequence[Task], work: Callable[[Task], T], workers: int
) -> Iterator[tuple[Task, T | None]]:
    """Yield every task with what `work` made of it, as they finish.

    None stands for a task whose process died; which of the tasks under way is to
    blame cannot be known, so each of them has it and should be run again by itself.
    `work` is pickled. Exceptions raised by `work` are raised here, and PolesitterError
    (E508) where no process can be started.
    """
    waiting = list(reversed(tasks))
    while waiting:
        with one_thread_each(), _pool(workers) as pool:
            _check_start(pool)
            under_way: dict[Future[T], Task] = {}
            try:
                yield from _until_broken(pool, work, waiting, under_way, 2 * workers)
            except BrokenProcessPool:
                for task in under_way.values():
                    yield task, None
            finally:
                pool.shutdown(cancel_futures=True)


def _until_broken(
    pool: ProcessPoolExecutor,
    work: Callable[[Task], T],
    waiting: list[Task],
    under_way: dict[Future[T], Task],
    window: int,
) -> Iterator[tuple[Task, T]]:
    # Few tasks are handed over at a time, so that a death leaves few suspects.
    while waiting or under_way:
        while waiting and len(under_way) < window:
            under_way[pool.submit(work, waiting[-1])] = waiting[-1]
            waiting.pop()
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            made = future.result()
            yield under_way.pop(future), made


def _check_start(pool: ProcessPoolExecutor) -> None:
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise PolesitterError(Errors.E508) from error


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the parent may hold threads, and every system can do it.
    return ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_die_with_parent
    )


def _die_with_parent() -> None:
    """Let a worker end when the run that started it is killed, or it would live on for good."""
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Have processes started meanwhile use one thread for linear algebra.

    Several workers of several threads each are slower than of one.
    """
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
