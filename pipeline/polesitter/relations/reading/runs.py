"""Runs of names: competitors with nothing but joints in between, "A, B and C"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Run = tuple[int, int]
"""Ranks [first, last] of the heads that are named in one go."""


def runs_of(keys: Sequence[str], heads: Sequence[int], joints: frozenset[str]) -> Iterator[Run]:
    """The runs of the heads of a sentence, in order; `joints`: what may stand in between."""
    first = 0
    for rank, (a, b) in enumerate(pairwise(heads), start=1):
        if not joints.issuperset(keys[a + 1 : b]):
            yield first, rank - 1
            first = rank
    yield first, len(heads) - 1
