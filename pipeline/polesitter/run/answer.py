"""Work that is asked for in one process and done in another: what it came to, on its way back."""

import pickle
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from traceback import format_exc
from typing import Any, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
W = TypeVar("W")
Answer = tuple[bool, Any]
"""Whether work was done, and its result or what it raised."""
Given: TypeAlias = SimpleQueue[tuple[Future[R], W] | None]
"""Work to be done, each with the future that is told what it came to; None ends it."""


def answer(work: Callable[P, Any], /, *args: P.args, **more: P.kwargs) -> Answer:
    """Do a piece of work, in the process that does it."""
    try:
        return True, work(*args, **more)
    except Exception as error:  # raised where the result is asked for
        return False, _portable(error)


def result_of(told: Answer) -> Any:
    """Return the result of work that was done, or raise what it raised."""
    is_done, result = told
    if is_done:
        return result
    raise result


def have_done(given: Given[R, W], do: Callable[[W], R]) -> None:
    """Have all work done that is given, one after the other, and tell the futures."""
    while (asked := given.get()) is not None:
        future, work = asked
        try:
            done = do(work)
        except Exception as error:  # of any kind: what the work raised, or what cannot be sent
            future.set_exception(error)
        else:
            future.set_result(done)


def _portable(error: Exception) -> Exception:
    """Return an error as it can be sent, with where it came from."""
    where = format_exc()
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # of any kind: some are made of more than they keep
        return RuntimeError(where)
    error.add_note(where)
    return error
