"""The odds of whole paths of ranks: an oracle that goes through every one of them."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from polesitter.relations.rank_odds import Steps

NOBODY = 0
"""The rank of who has none."""
Path = tuple[int, ...]


def paths(links: int, ranks: int) -> Iterator[Path]:
    """Every way to give each link a rank, or none."""
    return product(range(ranks + 1), repeat=links)


def odds_of(
    path: Sequence[int], ranks: Any, none: Sequence[float], on: Sequence[Steps],
    off: Sequence[Steps],
) -> float:  # fmt: skip
    """The odds of a path; arguments as those of `rank_chances`."""
    odds, last = 1.0, NOBODY
    for link, rank in enumerate(path):
        if rank == NOBODY:
            odds *= none[link]
            continue
        odds *= ranks[link][rank - 1]
        if last != NOBODY and rank >= last - 1:
            steps = (off if path[link - 1] == NOBODY else on)[link - 1]
            led = {1: steps.behind, -1: steps.ahead, 0: steps.same}.get(rank - last, steps.further)
            odds *= 1.0 + float(led[last - 1])
        last = rank
    return odds
