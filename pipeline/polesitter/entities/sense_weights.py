"""Weighing what stands around a word without spelling its signs out."""

from typing import Final

from polesitter.entities.linear import LinearModel
from polesitter.entities.sense_signs import EVERY, LEFT, RIGHT, Around

Weights = dict[str, int]
ONE: Final = 1000
"""1.0: models are kept in thousandths, and sums of whole numbers are the same in any order."""


class SenseWeights:
    """The weights of a model of two classes, by what its signs tell."""

    def __init__(self, model: LinearModel) -> None:
        self._all = {name: round(values[0] * ONE) for name, values in model.weights.items()}
        self._left, self._right = self._after(LEFT), self._after(RIGHT)
        self._every = self._after(f"{EVERY} ")
        self._pairs: dict[str, Weights] = {}

    def logit(self, around: Around, *signs: str) -> float:
        """The log-odds that `signs_of` would have, with those of further `signs`."""
        kind, own, pairs, left, right = around
        of_kind = self._pairs.get(kind)
        if of_kind is None:
            of_kind = self._pairs[kind] = self._pairs_of(kind)
        total = sum([self._all.get(sign, 0) for sign in ("", *own, *signs)])
        total += sum([of_kind.get(pair, 0) for pair in pairs])
        total += sum([self._left.get(word, 0) for word in left])
        total += sum([self._right.get(word, 0) for word in right])
        return total / ONE

    def _pairs_of(self, kind: str) -> Weights:
        """What pairs weigh for a kind: with what they weigh for all kinds, in one."""
        own = self._after(f"{kind} ")
        if not own:
            return self._every
        every = self._every
        return every | {pair: weight + every.get(pair, 0) for pair, weight in own.items()}

    def _after(self, start: str) -> Weights:
        """The weights of all names that begin with `start`, by the rest of the name."""
        return {
            name[len(start) :]: weight
            for name, weight in self._all.items()
            if name.startswith(start)
        }
