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
    zero = _logit(floor)
    gains = [
        {place: _logit(chance) - zero for place, chance in chances[name].items()} for name in names
    ]
    wanted = _wanted(gains)
    taken = {}
    for row, place in enumerate(_settled(gains) if wanted is None else wanted):
        gain = gains[row].get(place, NEVER) if place is not None else NEVER
        if place is not None and gain > 0:
            taken[names[row]] = (place, gain - _rivals(gains, row, place))
    return taken


def _wanted(gains: Sequence[Mapping[int, float]]) -> list[int | None] | None:
    """The place that each row gains most by, if any; None where two want one."""
    wanted: list[int | None] = []
    for options in gains:
        most = max(options.values(), default=0.0)
        places = [place for place, gain in options.items() if gain == most and gain > 0]
        if len(places) > 1:
            return None
        wanted.append(places[0] if places else None)
    told = [place for place in wanted if place is not None]
    return wanted if len(set(told)) == len(told) else None


def _settled(gains: Sequence[Mapping[int, float]]) -> list[int | None]:
    """The place of each row in the assignment of the greatest summed gain."""
    places = sorted({place for options in gains for place in options})
    table = [
        [options.get(place, NEVER) for place in places] + [0.0] * len(gains) for options in gains
    ]
    return [places[at] if at < len(places) else None for at in _solved(table)]


def likeliest(gain: Sequence[Sequence[float]], places: int) -> list[int]:
    """The column of each row in the assignment of the greatest summed gain.

    The first `places` columns can be had once; beyond them every row has one that gains
    nothing. Solved by linear_sum_assignment (Jonker-Volgenant) where rows compete.
    """
    taken = _undisputed(gain, places)
    return _solved(gain) if taken is None else taken


def _solved(gain: Sequence[Sequence[float]]) -> list[int]:
    from scipy.optimize import linear_sum_assignment

    taken: list[int] = linear_sum_assignment(np.array(gain), maximize=True)[1].tolist()
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


def _rivals(gains: Sequence[Mapping[int, float]], row: int, place: int) -> float:
    """The best gain another competitor has on this place, not below zero."""
    others = [options[place] for at, options in enumerate(gains) if at != row and place in options]
    return max([0.0, *others])


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(chance / (1 - chance))


def ordered(names: Sequence[str], places: Mapping[str, tuple[int, float]]) -> list[str]:
    """Names by place, those without one after them, in the order given."""
    rank = {name: index for index, name in enumerate(names)}

    def key(name: str) -> tuple[float, int]:
        return (places[name][0] if name in places else math.inf, rank[name])

    return sorted(names, key=key)
