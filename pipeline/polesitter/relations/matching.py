"""One place for one competitor: the claims on the values of a sentence weighed together.

"Hamlin is 13th, Chastain 19th, Larson 25th": each place alone could be that of the name
before it or after it; all three together only those of the names before. The marginals
of such a matching are found by belief propagation (Bayati, Shah and Sharma 2008).
"""

from collections.abc import Hashable, Sequence
from math import sqrt
from typing import Final

ROUNDS: Final = 12
Options = Sequence[tuple[Hashable, float]]
"""Who may have a value, in which meaning, and the odds of it against "nobody has it"."""


def matched(values: Sequence[Options]) -> list[list[float]]:
    """The odds of each value's options where nobody takes two values in one meaning."""
    odds = [[chance for _, chance in options] for options in values]
    if len(values) < 2:
        return odds
    free = [[1.0] * len(options) for options in values]
    for _ in range(ROUNDS):
        wanted: dict[Hashable, list[tuple[int, int, float]]] = {}
        for value, options in enumerate(values):
            left = free[value]
            shares = [chance * left[option] for option, chance in enumerate(odds[value])]
            total = 1.0 + sum(shares)
            for option, (who, chance) in enumerate(options):
                wish = chance / (total - shares[option])
                wanted.setdefault(who, []).append((value, option, wish))
        for wishes in wanted.values():
            _settle(wishes, free)
    return [
        [a * b for a, b in zip(row, left, strict=True)]
        for row, left in zip(odds, free, strict=True)
    ]


def _settle(wishes: Sequence[tuple[int, int, float]], free: Sequence[list[float]]) -> None:
    """How free somebody is for each value, given how much the other values want it."""
    every = sum(wish for _, _, wish in wishes)
    own: dict[int, float] = {}
    for value, _, wish in wishes:
        own[value] = own.get(value, 0.0) + wish
    for value, option, _ in wishes:
        left = 1.0 / (1.0 + max(every - own[value], 0.0))
        # Halfway from what it was, in log-odds: undamped, two rivals would take turns.
        free[value][option] = sqrt(free[value][option] * left)
