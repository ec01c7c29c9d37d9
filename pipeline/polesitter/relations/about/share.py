"""How many of those whom a report names have a record of its session, of all: most, some or few.

A report of a race names as many drivers as one of qualifying, and tells of two or three where
they started; a team tells of its own cars and names its rivals. So one and the same sentence
gives a place in the one and none in the other.
"""

from collections.abc import Sequence
from typing import Final

from polesitter.entities.linear import shares

SOME: Final = 0.4
"""From which share on some have a record; below these are few."""
MOST: Final = 0.75
"""From which share on it is most of them."""
EVEN: Final = 0.5
"""What is taken for the share where nothing tells it."""


def share_grade(recorded: int, named: int) -> int:
    """Tell the grade of a share, 0 few, 1 some, 2 most; `named` is at least 1."""
    share = recorded / named
    return (share >= SOME) + (share >= MOST)


def expected_share(logits: Sequence[float]) -> float:
    """Tell the share to expect, 0 to 1, by the log-odds of some and of most against few."""
    some, most = shares(logits)
    return EVEN * some + most
