"""Chains for conditional random fields to learn from: their signs as numbers, their truth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.learn.relation_model.truth import Rows, context_truth
from polesitter.relations.context.chain import Chain
from polesitter.relations.context.chain_signs import GOES
from polesitter.relations.signs.family import Part

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Taught:
    """One chain: where its rows are, and which states are true.

    From row `start` on there is a row per link and value, link by link; then one per step
    and way. `right`: (links, 1 + values), True for each state that a link may have, none
    first; all where nobody knows. `weight`: how often it counts. `fold`: that of its report.
    """

    start: int
    right: Bools
    weight: float
    fold: int


@dataclass(frozen=True, slots=True)
class Chains:
    """Chains to learn from; `rows` are those of all their states and steps."""

    rows: Examples
    taught: Sequence[Taught]

    def without(self, folds: Iterable[int]) -> list[Taught]:
        """The chains of all other folds."""
        left_out = frozenset(folds)
        return [chain for chain in self.taught if chain.fold not in left_out]


class ChainTable:
    """Chains as they come, one at a time."""

    def __init__(self) -> None:
        self._table = SignTable()
        self._taught: list[Taught] = []
        self._rows = 0

    def add(self, chain: Chain, right: Bools, *, fold: int, weight: float) -> None:
        """Add a chain; `right` as in `Taught`."""
        self._taught.append(Taught(self._rows, right, weight, fold))
        for link in range(len(chain.links)):
            for value in chain.values:
                self._add(chain.parts(link, value), fold, weight)
        for step in chain.steps:
            for goes in GOES:
                self._add([goes(step)], fold, weight)

    def _add(self, parts: Iterable[Part], fold: int, weight: float) -> None:
        self._table.add_parts(parts, 0, fold=fold, weight=weight)
        self._rows += 1

    def chains(self) -> Chains:
        """Return all chains."""
        return Chains(self._table.examples(), tuple(self._taught))


def known_states(name: str, rows: Rows, chain: Chain) -> Bools:
    """Which states each link may have by the records; all, where it has no record.

    `name`: "class" or "segment". As in `Taught`.
    """
    of_competitor: dict[str, Bools] = {}
    for link in chain.links:
        who = link.competitor
        if who not in of_competitor:
            of_competitor[who] = _states(name, rows, who, chain.values)
    return np.array([of_competitor[link.competitor] for link in chain.links])


def _states(name: str, rows: Rows, competitor: str, values: Sequence[str]) -> Bools:
    right = np.ones(1 + len(values), dtype=np.bool_)
    if rows(competitor):
        told = [context_truth(name, rows, competitor, value) == name for value in values]
        right[:] = [not any(told), *told]
    return right
