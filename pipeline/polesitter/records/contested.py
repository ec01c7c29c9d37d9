"""Places that several are told to have are of several classes: classes and places chosen together.

"In TCR, it was slow going early on." Two paragraphs later a third place is told, and the
overall third was told before. Neither "third" is doubtful, so the class is what gives.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from polesitter.records.assign import likeliest, logit
from polesitter.records.draft import Choice
from polesitter.records.place_floor import place_floor
from polesitter.records.places import chances_of
from polesitter.records.row import Row
from polesitter.records.told import Share, Shares

POSSIBLE: Final = 0.05
"""How probable a class, or none, must be to be another way out."""
LEAST: Final = 0.5
"""What every move costs, that none is made for nothing."""
Option = tuple[str | None, float, Share | None]
"""A class, what its choice costs in log-odds beside the likeliest, and what tells it."""


def settle_classes(rows: Sequence[Row], shares: Shares) -> None:
    """Move rows to a less likely class where that saves their place; see `set_places`.

    `shares`: competitor -> the classes it may be told under, likeliest first. The most
    probable set of classes and places, one competitor each.
    """
    if not any(shares.values()):
        return
    options = [_options(row, shares.get(row.draft.competitor, ())) for row in rows]
    chances = [chances_of(row, "position") for row in rows]
    gains = [
        _gains(row_options, row_chances, logit(place_floor(row)))
        for row, row_options, row_chances in zip(rows, options, chances, strict=True)
    ]
    for at, taken in enumerate(likeliest(gains)):
        if taken is not None:
            _move(rows[at], taken[0] or None, options[at])


def _options(row: Row, told: Sequence[Share]) -> list[Option]:
    """The class a row is in, free of cost, and the others it may be in."""
    none = 1.0 - sum(chance for _, chance, _ in told)
    known: list[Option] = [(one[0], one[1], one) for one in told]
    every = [*known, (None, none, None)]
    own = next(chance for name, chance, _ in every if name == row.car_class)
    return [
        (name, 0.0 if name == row.car_class else _cost(chance, own), one)
        for name, chance, one in every
        if name == row.car_class or chance >= POSSIBLE
    ]


def _cost(chance: float, own: float) -> float:
    """What it costs to move to a class of some chance from one of the chance `own`."""
    return min(-LEAST, math.log(chance / max(own, POSSIBLE)))


def _gains(
    options: Sequence[Option], chances: Mapping[int, float], zero: float
) -> dict[tuple[str, int], float]:
    """What each place in each class gains over none, in log-odds."""
    return {
        (name or "", place): cost + logit(chance) - zero
        for name, cost, _ in options
        for place, chance in chances.items()
    }


def _move(row: Row, car_class: str | None, options: Sequence[Option]) -> None:
    if car_class == row.car_class:
        return
    row.fields.pop("class", None)
    for name, _, told in options:
        if name == car_class and told is not None:
            row.fields["class"] = Choice(*told)
