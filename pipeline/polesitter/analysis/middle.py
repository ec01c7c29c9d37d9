"""The median of times, no finer than they are told."""

from collections.abc import Sequence
from statistics import median

from polesitter.analysis.alike import decimals


def middle(times: Sequence[float]) -> float | None:
    """Return the median of times in seconds, None of none.

    The mean of two of them is rounded to the decimals of the finest.
    """
    if not times:
        return None
    return round(median(times), max(decimals(one) for one in times))
