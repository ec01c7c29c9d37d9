"""Who gets which place: one competitor per place, one place per competitor, in each class."""

import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

import numpy as np

Place = TypeVar("Place", int, tuple[str, int])
NEVER: Final = -1e3
"""What a place gains that nothing speaks for."""


def assign(
    chances: Mapping[str, Mapping[int, float]], floors: Mapping[str, float]
) -> dict[str, int]:
    """The set of places that is most probable together: competitor -> place, if any.

    `chances`: competitor -> place -> probability. A place gains what its log-odds are above
    those of the competitor's floor, and none that lies below is given.
    """
    names = sorted(chances)
    gains = []
    for name in names:
        zero = logit(floors[name])
        gains.append({place: logit(chance) - zero for place, chance in chances[name].items()})
    return {
        name: place
        for name, place in zip(names, likeliest(gains), strict=True)
        if place is not None
    }


def likeliest(gains: Sequence[Mapping[Place, float]]) -> list[Place | None]:
    """The place of each row in the assignment of the greatest summed gain; None: it gains none.

    `gains`: of each row, place -> what it gains there. A place can be had once. Solved by
    linear_sum_assignment (Jonker-Volgenant) where rows compete.
    """
    wanted = _wanted(gains)
    return _settled(gains) if wanted is None else wanted


def _wanted(gains: Sequence[Mapping[Place, float]]) -> list[Place | None] | None:
    """The place that each row gains most by, if any; None where two want one."""
    wanted: list[Place | None] = []
    for options in gains:
        most = max(options.values(), default=0.0)
        places = [place for place, gain in options.items() if gain == most and gain > 0]
        if len(places) > 1:
            return None
        wanted.append(places[0] if places else None)
    told = [place for place in wanted if place is not None]
    return wanted if len(set(told)) == len(told) else None


def _settled(gains: Sequence[Mapping[Place, float]]) -> list[Place | None]:
    from scipy.optimize import linear_sum_assignment

    places = sorted({place for options in gains for place in options})
    table = [
        [options.get(place, NEVER) for place in places] + [0.0] * len(gains) for options in gains
    ]
    columns = linear_sum_assignment(np.array(table), maximize=True)[1].tolist()
    return [
        places[at] if at < len(places) and row[at] > 0 else None
        for row, at in zip(table, columns, strict=True)
    ]


def logit(chance: float) -> float:
    """The log-odds of a probability, held off 0 and 1."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))
