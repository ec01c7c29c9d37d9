"""Linear algebra in one thread, so that what is learned is the same on every machine."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from threadpoolctl import threadpool_limits

P = ParamSpec("P")
R = TypeVar("R")


def one_thread(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function, in which sums are not made in as many parts as there are cores.

    Floating-point sums depend on the order of their parts.
    """
    limited: Callable[P, R] = threadpool_limits.wrap(limits=1, user_api="blas")(function)
    return limited
