"""Rows told under no segment: few in one report, most in another.

One report names the segment of its first row alone, another the one that each driver reached.
So what a report's other rows tell of this counts for each: its share of rows under none is
estimated with the rows' own chances in turn (expectation maximization), held to what reports
have on average. Not so with classes: rows without one stand together, and say nothing of the
rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.records.told import Shares, Telling, Told


@dataclass(frozen=True, slots=True)
class Rate:
    """How many rows are told under none in a report of which nothing is known.

    `usual`: as a share, 0 to 1. `rows`: so many rows of a report weigh as much as that.
    """

    usual: float
    rows: float


NO_SEGMENT: Final = Rate(0.6, 12.0)
ROUNDS: Final = 3
CLOSEST: Final = 1e-3
"""No row is surer than this to be told under some, or under none."""


def with_rate(shares: Shares, telling: Telling, rate: Rate) -> dict[str, list[Told]]:
    """The shares of all competitors, with as much room for none as their report leaves it.

    Competitors count by how surely an outcome is told of them.
    """
    weights = dict.fromkeys(shares, 0.0)
    for (competitor, _), chance in telling.items():
        if chance > weights.get(competitor, 1.0):
            weights[competitor] = chance
    none = {competitor: _none(told) for competitor, told in shares.items()}
    known = sum(weights.values()) + rate.rows
    share = rate.usual
    for _ in range(ROUNDS):
        expected = sum(
            weights[competitor] * _given(chance, share, rate) for competitor, chance in none.items()
        )
        share = (expected + rate.usual * rate.rows) / known
    return {
        competitor: [
            (value, chance * (1.0 - _given(rest, share, rate)) / (1.0 - rest), claims)
            for value, chance, claims in shares[competitor]
        ]
        for competitor, rest in none.items()
    }


def _none(told: Sequence[Told]) -> float:
    rest = 1.0 - sum(chance for _, chance, _ in told)
    return min(max(rest, CLOSEST), 1.0 - CLOSEST)


def _given(none: float, share: float, rate: Rate) -> float:
    """P(none) of a row, where `share` of its report's rows are under none and not the usual."""
    without = none * share / rate.usual
    return without / (without + (1.0 - none) * (1.0 - share) / (1.0 - rate.usual))
