"""The odds of whole paths of ranks: an oracle that goes through every one of them."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from polesitter.relations.ranks.odds import AHEAD, BEHIND, FURTHER, HELD, PASSED, SAME

NOBODY = 0
"""The rank of who has none."""
Path = tuple[int, ...]


def paths(links: int, ranks: int) -> Iterator[Path]:
    """Every way to give each link a rank, or none."""
    return product(range(ranks + 1), repeat=links)


def odds_of(path: Sequence[int], ranks: Any, none: Sequence[float], steps: Any) -> float:
    """The odds of a path; arguments as those of `rank_chances`."""
    odds, last = 1.0, NOBODY
    for link, rank in enumerate(path):
        if rank == NOBODY:
            odds *= none[link]
            continue
        odds *= ranks[link][rank - 1]
        if last != NOBODY and rank >= last - 1:
            way = {1: BEHIND, -1: AHEAD, 0: SAME}.get(rank - last, FURTHER)
            state = PASSED if path[link - 1] == NOBODY else HELD
            odds *= 1.0 + float(steps[link - 1][way][state][last - 1])
        last = rank
    return odds
