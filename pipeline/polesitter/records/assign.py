"""Who gets which place: one competitor per place, one place per competitor, in each class."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

NEVER: Final = -1e3
"""What a place gains that nothing speaks for."""


def assign(
    chances: Mapping[str, Mapping[int, float]], floor: float
) -> dict[str, tuple[int, float]]:
    """The set of places that is most probable together: competitor -> (place, margin).

    `chances`: competitor -> place -> probability. A place must beat the log-odds of
    `floor`; the margin is what the pair adds to the optimum over its best rival
    (0 where another choice is as good).
    """
    names = sorted(chances)
    places = sorted({place for options in chances.values() for place in options})
    if not names or not places:
        return {}
    zero = _logit(floor)
    gain = [
        [_logit(options[place]) - zero if place in options else NEVER for place in places]
        + [0.0] * len(names)
        for options in (chances[name] for name in names)
    ]
    taken = {}
    for row, column in enumerate(likeliest(gain, len(places))):
        if column < len(places) and gain[row][column] > 0:
            rivals = _rivals(gain, row, column)
            taken[names[row]] = (places[column], gain[row][column] - rivals)
    return taken


def likeliest(gain: Sequence[Sequence[float]], places: int) -> list[int]:
    """The column of each row in the assignment of the greatest summed gain.

    The first `places` columns can be had once; beyond them every row has one that gains
    nothing. Solved by linear_sum_assignment (Jonker-Volgenant) where rows compete.
    """
    taken = _undisputed(gain, places)
    if taken is None:
        from scipy.optimize import linear_sum_assignment

        taken = linear_sum_assignment(np.array(gain), maximize=True)[1].tolist()
    return taken


def _undisputed(gain: Sequence[Sequence[float]], places: int) -> list[int] | None:
    """The column each row gains most by, or any beyond `places`; None where two want one."""
    taken = []
    for row in gain:
        most = max(row)
        if most > 0 and row.count(most) > 1:
            return None
        taken.append(row.index(most) if most > 0 else places)
    wanted = [column for column in taken if column < places]
    return taken if len(set(wanted)) == len(wanted) else None


def _rivals(gain: Sequence[Sequence[float]], row: int, column: int) -> float:
    """The best gain another competitor has on this place, not below zero."""
    return max([0.0, *[other[column] for at, other in enumerate(gain) if at != row]])


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))


def ordered(names: Sequence[str], places: Mapping[str, tuple[int, float]]) -> list[str]:
    """Names by place, those without one after them, in the order given."""
    rank = {name: index for index, name in enumerate(names)}

    def key(name: str) -> tuple[float, int]:
        return (places[name][0] if name in places else math.inf, rank[name])

    return sorted(names, key=key)
