"""Work for several processes, or for this one."""

import os
import time
from functools import partial
from multiprocessing import active_children
from pickle import PicklingError

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.retrain.side_by_side import builders


def test_one_job_is_done_here_when_its_result_is_wanted_and_once() -> None:
    done: list[str] = []
    with builders(1) as crew:
        first, second = (crew.submit(done.append, name) for name in ("first", "second"))
        crew.submit(done.append, "never wanted")
        assert not done
        second.result()
        first.result()
        second.result()
    assert done == ["second", "first"]


def test_two_jobs_are_done_elsewhere() -> None:
    with builders(2) as crew:
        told = [crew.submit(os.getpid), crew.submit(os.getpid)]
        assert os.getpid() not in {one.result() for one in told}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_is_raised_with_the_result(jobs: int) -> None:
    with builders(jobs) as crew:
        parsed = crew.submit(int, "twelve")
        sound = crew.submit(partial(int, base=3), "12")
        with pytest.raises(ValueError, match="twelve"):
            parsed.result()
        assert sound.result() == 5


class OddError(Exception):
    """Cannot be made anew of what it keeps."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two} are odd")


def fail_oddly() -> None:
    raise OddError(1, 3)


def test_what_went_wrong_elsewhere_says_where_whatever_it_is() -> None:
    with builders(2) as crew:
        parsed, odd = crew.submit(int, "twelve"), crew.submit(fail_oddly)
        with pytest.raises(ValueError, match="twelve") as raised:
            parsed.result()
        assert "Traceback" in raised.value.__notes__[0]
        with pytest.raises(RuntimeError, match=r"in fail_oddly(.|\n)*1 and 3 are odd"):
            odd.result()


def test_builders_have_one_thread_and_keep_their_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    monkeypatch.delenv("MALLOC_TRIM_THRESHOLD_", raising=False)
    names = ("OPENBLAS_NUM_THREADS", "MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_")
    with builders(2) as crew:
        told = [crew.submit(os.getenv, name).result() for name in names]
    assert told == ["1", str(1 << 29), str(1 << 25)]
    # Here all is as before.
    assert os.environ["OPENBLAS_NUM_THREADS"] == "7"
    assert "MALLOC_TRIM_THRESHOLD_" not in os.environ


def hold(load: str) -> None:
    time.sleep(600)


def test_what_nobody_waits_for_is_stopped() -> None:
    began = time.monotonic()
    with builders(2) as crew:
        crew.submit(time.sleep, 600)
        # More than fits into a pipe, which nobody reads any more.
        for _ in range(4):
            crew.submit(hold, "x" * 1_000_000)
        dropped = crew.submit(os.getpid)
        time.sleep(0.5)
    assert time.monotonic() - began < 500
    assert not active_children()
    with pytest.raises(PolesitterError):
        dropped.result()


def test_a_builder_that_ends_by_itself_is_told() -> None:
    with builders(2) as crew:
        lost = crew.submit(os._exit, 9)
        with pytest.raises(PolesitterError, match=r"exit code 9.*--jobs 1"):
            lost.result()


def test_work_that_cannot_be_sent_is_told() -> None:
    with builders(2) as crew, pytest.raises((AttributeError, PicklingError)):
        crew.submit(lambda: 1).result()
