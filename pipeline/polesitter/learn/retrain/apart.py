"""Work done in processes of its own, which can be stopped at any moment."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, ParamSpec, Self, TypeVar

from polesitter.errors import PolesitterError
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.run.answer import Answer, Given, answer, have_done, result_of
from polesitter.run.model import collect_seldom
from polesitter.run.spawned import begin_worker, hold_back_ctrl_c

P = ParamSpec("P")
R = TypeVar("R")
Work = tuple[Callable[..., Any], Any, Any]


class Apart:
    """Does each piece of work in a process of its own, `jobs` at a time.

    At the end of a `with` block nothing is under way any more: what was not begun is
    dropped, and what was is stopped. A pool would wait for it, or could hang.
    """

    def __init__(self, jobs: int) -> None:
        self.context = get_context("spawn")
        self.given: Given[Any, Work] = SimpleQueue()
        self.running: set[BaseProcess] = set()
        self.lock = Lock()
        self.is_stopped = False
        # Daemons, so that none of them can keep a command from ending.
        self.foremen = [Thread(target=self._oversee, daemon=True) for _ in range(jobs)]

    def submit(self, function: Callable[P, R], /, *args: P.args, **more: P.kwargs) -> "Future[R]":
        """Give out a piece of work."""
        future: Future[R] = Future()
        self.given.put((future, (function, args, more)))
        return future

    def __enter__(self) -> Self:
        for foreman in self.foremen:
            foreman.start()
        return self

    def __exit__(self, *error: object) -> None:
        with self.lock:
            self.is_stopped = True
            running = list(self.running)
        for process in running:
            process.kill()
        for _ in self.foremen:
            self.given.put(None)
        # Each waits for its own process: of two that wait for one, the second may go on
        # before the first has taken down that it ended.
        for foreman in self.foremen:
            foreman.join()

    def _oversee(self) -> None:
        hold_back_ctrl_c()
        have_done(self.given, self._done)

    def _done(self, work: Work) -> Any:
        """Have a piece of work done; raise what it raised, or E657."""
        receiver, sender = self.context.Pipe(duplex=False)
        process = self.context.Process(target=_do, args=(sender, work), daemon=True)
        with self.lock:
            if self.is_stopped:
                raise _lost(None)
            process.start()
            self.running.add(process)
        sender.close()
        told: Answer | None = None
        with suppress(EOFError, OSError):
            told = receiver.recv()
        process.join()
        with self.lock:
            self.running.discard(process)
        if told is None:
            raise _lost(process.exitcode)
        return result_of(told)


def _lost(code: int | None) -> PolesitterError:
    return PolesitterError(RetrainErrors.E657.format(code=code))


def _do(sender: Connection, work: Work) -> None:
    begin_worker()
    collect_seldom()
    function, args, more = work
    sender.send(answer(function, *args, **more))
