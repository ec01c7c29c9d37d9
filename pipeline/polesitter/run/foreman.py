"""A thread with a process of its own that does shards."""

import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess

from polesitter.errors import Errors, PolesitterError
from polesitter.run.answer import Answer, Given, answer, have_done, result_of
from polesitter.run.job import Done
from polesitter.run.plan import Shard
from polesitter.run.spawned import begin_worker, hold_back_ctrl_c

Work = Callable[[Shard], Done]

STARTS = 3
"""How often it is tried to bring a process up, before it has been given anything to do."""


class WorkerLostError(Exception):
    """Raised where a process died over a shard."""


class Foreman:
    """Has one process do the shards that are `given`, until it is given None.

    A process that died is replaced, and so is one that has done `shards_each` shards. Who
    was at which shard is known here at any moment: a pool whose workers help themselves
    hears of it later, and loses the shard of one that dies before.
    """

    def __init__(
        self, context: SpawnContext, work: Work, given: Given[Done, Shard], shards_each: int
    ) -> None:
        self.context = context
        self.work = work
        self.given = given
        self.shards_each = shards_each
        self.left = 0
        self.process: BaseProcess | None = None
        self.pipe: Connection | None = None
        self.lock = threading.Lock()
        self.is_stopped = False
        # A daemon, so that it cannot keep a command from ending.
        self.thread = threading.Thread(target=self._oversee, daemon=True)

    def stop(self) -> None:
        """End the process, whatever it does, and start no other."""
        with self.lock:
            self.is_stopped = True
            if self.process is not None:
                self.process.kill()

    def _oversee(self) -> None:
        hold_back_ctrl_c()
        have_done(self.given, self._done)
        self._let_go()

    def _done(self, shard: Shard) -> Done:
        """Have a shard done; raise what the work raised, or WorkerLostError."""
        pipe = self._ready()
        self.left -= 1
        try:
            pipe.send(shard)
            told: Answer = pipe.recv()
        except (EOFError, OSError) as error:
            self.left = 0
            raise WorkerLostError from error
        done: Done = result_of(told)
        return done

    def _ready(self) -> Connection:
        """Return the pipe to a process that has come up and may do some more."""
        # One that has something to tell though it was asked nothing tells of its end.
        if self.pipe is not None and self.left > 0 and not self.pipe.poll():
            return self.pipe
        for _ in range(STARTS):
            self._let_go()
            pipe = self._start()
            with suppress(EOFError, OSError):
                pipe.recv()
                self.left = self.shards_each
                return pipe
        raise PolesitterError(Errors.E508)

    def _start(self) -> Connection:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_do_shards, args=(theirs, self.work), daemon=True)
        with theirs, self.lock:
            if self.is_stopped:
                raise WorkerLostError
            process.start()
            self.process, self.pipe = process, ours
        return ours

    def _let_go(self) -> None:
        """End the process; it is at nothing."""
        self.left = 0
        if self.process is not None:
            self.process.kill()
            self.process.join()
        if self.pipe is not None:
            self.pipe.close()
        self.process = self.pipe = None


def _do_shards(pipe: Connection, work: Work) -> None:
    """Do what comes, one after the other; first tell that this process has come up."""
    begin_worker()
    with suppress(EOFError, OSError):  # Whoever asked is gone.
        pipe.send(None)
        while True:
            pipe.send(answer(work, pipe.recv()))
