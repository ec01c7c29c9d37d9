"""What work came to, on its way from one process to another."""

import pickle
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock
from typing import Any

import pytest

from polesitter.run.answer import Given, answer, have_done, result_of


class OddError(Exception):
    """Cannot be sent, whatever else in this process has taught errors to travel."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two} are odd")
        self.held = Lock()


def fail_oddly() -> None:
    raise OddError(1, 3)


def sent(told: Any) -> Any:
    return pickle.loads(pickle.dumps(told))


def test_a_result_comes_back() -> None:
    assert result_of(sent(answer(int, "12", base=3))) == 5


def test_an_error_says_where_it_came_from() -> None:
    with pytest.raises(ValueError, match="twelve") as raised:
        result_of(sent(answer(int, "twelve")))
    assert "in answer" in raised.value.__notes__[0]


def test_an_error_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(RuntimeError, match=r"in fail_oddly(.|\n)*1 and 3 are odd"):
        result_of(sent(answer(fail_oddly)))


def test_work_is_done_in_turn_until_there_is_no_more() -> None:
    given: Given[int, str] = SimpleQueue()
    futures: list[Future[int]] = [Future() for _ in range(4)]
    for future, work in zip(futures, ("1", "two", "3"), strict=False):
        given.put((future, work))
    given.put(None)
    given.put((futures[3], "4"))
    have_done(given, int)
    assert [futures[0].result(), futures[2].result()] == [1, 3]
    assert isinstance(futures[1].exception(), ValueError)
    assert not futures[3].done()
