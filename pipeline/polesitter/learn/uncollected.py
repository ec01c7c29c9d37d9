"""Work whose objects stay: the garbage collector need not look through them meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage for a while; what is in no circle goes when it is let go of all the same.

    Millions of objects that are made and kept would be looked through again and again.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
