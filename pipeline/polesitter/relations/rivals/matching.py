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
    contested = _contested(values)
    if not contested:
        return odds
    value_of = [value for value, options in enumerate(values) for _ in options]
    flat = [chance for row in odds for chance in row]
    free = [1.0] * len(flat)
    duels = [(a[0], b[0]) for a, b, *more in contested if not more and len(a) == len(b) == 1]
    larger = [rivals for rivals in contested if sum([len(options) for options in rivals]) > 2]
    single = [[a for a, *_ in rivals] for rivals in larger if all(len(own) == 1 for own in rivals)]
    several = [rivals for rivals in larger if any(len(own) > 1 for own in rivals)]
    for _ in range(ROUNDS):
        shares = [chance * left for chance, left in zip(flat, free, strict=True)]
        totals = [1.0] * len(values)
        for value, share in zip(value_of, shares, strict=True):
            totals[value] += share
        wishes = [
            chance / (totals[value] - share)
            for value, chance, share in zip(value_of, flat, shares, strict=True)
        ]
        for one, other in duels:
            # What _settle comes to for most: one option on either of two values.
            free[one] = sqrt(free[one] / (1.0 + wishes[other]))
            free[other] = sqrt(free[other] / (1.0 + wishes[one]))
        for lone in single:
            _settle_single(lone, wishes, free)
        for rivals in several:
            _settle(rivals, wishes, free)
    settled = iter([chance * left for chance, left in zip(flat, free, strict=True)])
    return [[next(settled) for _ in options] for options in values]


def _contested(values: Sequence[Options]) -> list[list[list[int]]]:
    """Of each who could have several values: his options on each of them, all counted through."""
    places: dict[Hashable, dict[int, list[int]]] = {}
    number = 0
    for value, options in enumerate(values):
        for who, _ in options:
            places.setdefault(who, {}).setdefault(value, []).append(number)
            number += 1
    return [list(of_value.values()) for of_value in places.values() if len(of_value) > 1]


def _settle_single(lone: Sequence[int], wishes: Sequence[float], free: list[float]) -> None:
    """What _settle comes to for somebody with one option on each value."""
    every = sum([wishes[option] for option in lone])
    for option in lone:
        others = every - wishes[option]
        free[option] = sqrt(free[option] * (1.0 / (1.0 + (others if others > 0.0 else 0.0))))


def _settle(rivals: Sequence[Sequence[int]], wishes: Sequence[float], free: list[float]) -> None:
    """How free somebody is for each value, given how much the other values want it."""
    wanted = [sum([wishes[option] for option in options]) for options in rivals]
    every = sum(wanted)
    for options, own in zip(rivals, wanted, strict=True):
        left = 1.0 / (1.0 + max(every - own, 0.0))
        for option in options:
            # Halfway from what it was, in log-odds: undamped, two rivals would take turns.
            free[option] = sqrt(free[option] * left)
