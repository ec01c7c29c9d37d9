"""Processes that do shards: each that dies is told by the shard it was at, however fast it dies."""

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from polesitter.errors import PolesitterError
from polesitter.run import foreman
from polesitter.run.foreman import WorkerLostError
from polesitter.run.job import NOTHING, Done
from polesitter.run.plan import Shard
from polesitter.run.processes import Processes
from polesitter.run.summary import Counts

PATIENCE = 300
"""Seconds that anything may take, on a machine that does much else."""


class Act:
    """Does what the name of a shard says; its process is told as a number of reports."""

    def __call__(self, shard: Shard) -> Done:
        if shard.name == "die":
            os._exit(3)
        if shard.name == "leave":
            raise SystemExit
        if shard.name == "fail":
            raise ValueError("twelve")
        if shard.name == "fail oddly":
            raise OddError(1, 2)
        if shard.name == "sleep":
            time.sleep(2 * PATIENCE)
        return Done(Counts(reports=os.getpid()), Counter())


class OddError(Exception):
    """Cannot be made anew of what it keeps."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two} are odd")


class NeverUp:
    """Ends the process that takes it up."""

    def __setstate__(self, _: object) -> None:
        if os.getpid() != int(os.environ["PARENT"]):
            os._exit(5)

    def __getstate__(self) -> dict[str, str]:
        return {"some": "state"}

    def __call__(self, shard: Shard) -> Done:
        raise AssertionError("it came up")


@pytest.fixture
def engine() -> Iterator[Processes]:
    with Processes(Act(), 2) as engine:
        yield engine


def told(engine: Processes, name: str) -> BaseException:
    error = engine.submit(Shard(name)).exception(timeout=PATIENCE)
    assert error is not None
    return error


def process_of(done: "Future[Done]") -> int:
    return done.result(timeout=PATIENCE).counts.reports


@pytest.fixture
def busy() -> Iterator[None]:
    """This process has much else to do, so that it hears late of anything."""
    over = threading.Event()

    def toil() -> None:
        while not over.is_set():
            sum(range(10_000))

    threads = [threading.Thread(target=toil) for _ in range(2)]
    for thread in threads:
        thread.start()
    yield
    over.set()
    for thread in threads:
        thread.join()


def test_a_process_that_dies_at_once_is_told_by_its_shard(engine: Processes, busy: None) -> None:
    given = [engine.submit(Shard(name)) for name in ["die"] * 8 + ["do"]]
    *deaths, last = given
    assert [type(one.exception(timeout=PATIENCE)) for one in deaths] == [WorkerLostError] * 8
    assert process_of(last) != os.getpid()


def test_a_process_that_leaves_is_lost_as_well(engine: Processes) -> None:
    assert isinstance(told(engine, "leave"), WorkerLostError)


def test_what_the_work_raises_is_raised_here_and_costs_no_process() -> None:
    with Processes(Act(), 1) as engine:
        before = process_of(engine.submit(Shard("do")))
        error = told(engine, "fail")
        assert (type(error), str(error)) == (ValueError, "twelve")
        assert "in __call__" in error.__notes__[0]
        odd = told(engine, "fail oddly")
        assert (type(odd), "1 and 2 are odd" in str(odd)) == (RuntimeError, True)
        assert process_of(engine.submit(Shard("do"))) == before


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")
def test_a_process_that_is_killed_with_nothing_to_do_costs_no_shard() -> None:
    with Processes(Act(), 1) as engine:
        first = process_of(engine.submit(Shard("do")))
        os.kill(first, signal.SIGKILL)
        (one,) = engine.foremen
        assert one.pipe is not None
        assert one.pipe.poll(PATIENCE)
        assert process_of(engine.submit(Shard("do"))) != first


def test_work_that_no_process_can_take_up_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreman, "STARTS", 2)
    monkeypatch.setenv("PARENT", str(os.getpid()))
    with Processes(NeverUp(), 2) as engine:
        error = told(engine, "do")
        assert isinstance(error, PolesitterError)
        assert "no worker process could start" in str(error)


def test_work_that_cannot_be_sent_is_told_of() -> None:
    with Processes(lambda _: NOTHING, 1) as engine:
        assert "pickle" in str(told(engine, "do"))


def test_what_is_under_way_at_the_end_is_stopped() -> None:
    with Processes(Act(), 2) as engine:
        given = [engine.submit(Shard("sleep")) for _ in range(5)]
        up = engine.foremen[0]
        end = time.monotonic() + PATIENCE
        while up.process is None and time.monotonic() < end:
            time.sleep(0.01)
        process = up.process
    assert process is not None
    assert not process.is_alive()
    assert all(one.process is None for one in engine.foremen)
    assert not any(one.thread.is_alive() for one in engine.foremen)
    assert all(isinstance(one.exception(timeout=PATIENCE), WorkerLostError) for one in given)
