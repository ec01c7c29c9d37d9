"""Processes that keep the memory which they free, for the next array of that size.

Models are fitted with arrays of many megabytes that come and go in each step. glibc gives such
memory back at once, and the system clears it before it gives it out anew: a tenth of the time
that the fits of the name model take.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from polesitter.run.processes import in_environment

LARGEST = 1 << 25
"""Bytes of the largest array whose memory is kept; glibc keeps no larger ones."""
MOST = 1 << 29
"""Free bytes at the end of the memory from which on they are given back."""
KEPT = {"MALLOC_MMAP_THRESHOLD_": str(LARGEST), "MALLOC_TRIM_THRESHOLD_": str(MOST)}
"""What glibc looks at when a process starts; elsewhere it means nothing."""


@contextmanager
def kept_memory() -> Iterator[None]:
    """Have processes started meanwhile keep what they free."""
    with in_environment(KEPT):
        yield
