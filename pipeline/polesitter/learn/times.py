"""How often each report counts in training."""

from collections.abc import Collection, Sequence

REAL = 3
"""How often at most a report of real racing counts beside those invented for training."""


def times_of_each(reports: Sequence[str], invented: Collection[str]) -> dict[str, int]:
    """Return how often each report counts, by its id; `invented`: the ids of those that are."""
    made_up = {report for report in reports if report in invented}
    often = times_of(len(reports) - len(made_up), len(made_up))
    return {report: 1 if report in made_up else often for report in reports}


def times_of(real: int, invented: int) -> int:
    """How often a report of real racing counts: REAL times at most, and 1 by themselves.

    What they count more stands against invented reports. Without these it would only make
    the weights larger than so few reports bear out.
    """
    return min(REAL, 1 + invented // real) if real else 1
