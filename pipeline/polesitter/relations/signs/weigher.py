"""Weighing signs by their keys: the sums a LinearModel gives their names, without naming them.

Weights are held in fixed point, so that sums are exact and the same in any order; the
weights of further classes stand above that of the first in one whole number.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from operator import getitem
from sys import intern
from typing import Final

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.linear import LinearModel, chance_of
from polesitter.relations.signs.family import Family, Part, Shape

ONE: Final = 1 << 40
"""1.0 in fixed point."""
BITS: Final = 64
"""Room for the sum of one class."""
HALF, MASK = 1 << (BITS - 1), (1 << BITS) - 1
UNIT: Final = 1.0 / ONE
"""Fixed point's smallest step: to multiply by it is exact, and quicker than to divide."""
MEMO_LIMIT: Final = 4096

Table = dict[str | None, int]
Lookups = tuple[Table | None, list[Table], list[dict[Hashable, int]], list["_Shapes"]]
"""Of a family: the table that all its words share, if it is one; those of its words by place;
what is known of its shapes by place; what works more of them out."""


def packed(weights: Iterable[float]) -> int:
    """The weights of all classes as one whole number; such numbers may be summed."""
    total = 0
    for place, weight in enumerate(weights):
        total += round(weight * ONE) << (BITS * place)
    return total


def unpacked(total: int, n: int) -> list[float]:
    """The `n` sums in a sum of packed weights."""
    sums = []
    for _ in range(n - 1):
        low = ((total + HALF) & MASK) - HALF
        sums.append(low * UNIT)
        total = (total - low) >> BITS
    sums.append(total * UNIT)
    return sums


def all_unpacked(totals: Sequence[int], n: int) -> NDArray[np.float64]:
    """The `n` sums in each of many sums of packed weights, (totals, n)."""
    size = n * BITS // 8
    whole = b"".join([total.to_bytes(size, "little", signed=True) for total in totals])
    sums = np.frombuffer(whole, "<i8").reshape(-1, n)
    found: NDArray[np.float64] = sums * UNIT
    # What is below nothing has borrowed one from the sum above it.
    found[:, 1:] += (sums[:, :-1] < 0) * UNIT
    return found


class _Shapes:
    """The weight of each key of a shape, worked out from the names when first asked for."""

    def __init__(self, shape: Shape, prefix: str, weights: Mapping[str, int]) -> None:
        self.shape, self.prefix, self.weights = shape, prefix, weights
        self.known: dict[Hashable, int] = {}

    def weight(self, key: Hashable) -> int:
        """The weight of a key, remembered once it is worked out."""
        known = self.known.get(key)
        return self._learn(key) if known is None else known

    def _learn(self, key: Hashable) -> int:
        if len(self.known) >= MEMO_LIMIT:
            self.known.clear()
        total = 0
        if key is not None:
            prefix, weights = self.prefix, self.weights
            for name in self.shape(key):
                total += weights.get(prefix + name, 0)
        self.known[key] = total
        return total


def _learnt(by_shape: Sequence[_Shapes], keys: Iterable[Hashable]) -> int:
    """The weights of all keys together, those worked out that are not known yet."""
    return sum([one.weight(key) for one, key in zip(by_shape, keys, strict=True)])


class Weigher:
    """Sums the weights of parts by one model; tables are made when first needed."""

    def __init__(self, model: LinearModel) -> None:
        self.model = model
        self.bias = packed(model.weights.get("", ()))
        self.meanings = model.classes[1:]
        self.n = len(self.meanings)
        self._lookups: dict[Family, Lookups] = {}
        self._names: dict[str, int] = {}
        self._by_start: dict[str, dict[str, int]] = {}
        self._tables: dict[tuple[str, ...], Table] = {}

    def logits(self, total: int) -> list[float]:
        """Log-odds of each class but the first, from a total that the bias is part of."""
        return [total * UNIT] if self.n == 1 else unpacked(total, self.n)

    def chance(self, parts: Iterable[Part]) -> float:
        """P(yes) by all signs of some parts, where there are two classes."""
        return chance_of(self.logits(self.bias + self.total(parts))[0])

    def total(self, parts: Iterable[Part]) -> int:
        """The packed weights of all signs of some parts."""
        total = 0
        lookups = self._lookups
        for family, words, shapes in parts:
            known = lookups.get(family) or self._lookups_of(family)
            any_word, by_word, known_shapes, by_shape = known
            # Asked first whether a word is there: to ask for its weight or none takes longer,
            # and so does a zip that looks whether both ends meet.
            if shapes:
                try:
                    total += sum(map(getitem, known_shapes, shapes))
                except KeyError:
                    total += _learnt(by_shape, shapes)
            if not words:
                continue
            if any_word is not None:
                for word in words:
                    if word in any_word:
                        total += any_word[word]
            else:
                for table, word in zip(by_word, words):  # noqa: B905
                    if word in table:
                        total += table[word]
        return total

    def _lookups_of(self, family: Family) -> Lookups:
        prefix = family.prefix
        tables = [self._words(tuple(prefix + s for s in starts)) for starts in family.words]
        shapes = [_Shapes(shape, prefix, self._after("")) for shape in family.shapes]
        shared = tables[0] if len(tables) == 1 else None
        found = (shared, tables, [shape.known for shape in shapes], shapes)
        self._lookups[family] = found
        return found

    def _words(self, starts: tuple[str, ...]) -> Table:
        """Word -> the weights of its names after each of `starts`; families share tables."""
        if starts not in self._tables:
            merged: Table = {}
            for start in starts:
                for word, weight in self._after(start).items():
                    merged[word] = merged.get(word, 0) + weight
            self._tables[starts] = merged
        return self._tables[starts]

    def _after(self, start: str) -> Mapping[str, int]:
        """The weights of all names that begin with `start`, by the rest of the name."""
        if not self._names:
            self._names = self._packed_names()
        head, colon, more = start.partition(":")
        if not start:
            return self._names
        if not colon:
            return {
                intern(name[len(start) :]): weight
                for name, weight in self._names.items()
                if name.startswith(start)
            }
        if not self._by_start:
            for name, weight in self._names.items():
                begin, found, rest = name.partition(":")
                if found:
                    self._by_start.setdefault(begin + found, {})[intern(rest)] = weight
        rests = self._by_start.get(head + colon, {})
        if not more:
            return rests
        return {
            intern(rest[len(more) :]): weight
            for rest, weight in rests.items()
            if rest.startswith(more)
        }

    def _packed_names(self) -> dict[str, int]:
        # Equal weights are one number, so that those in use stay in the processor's cache.
        shared: dict[int, int] = {}
        found: dict[str, int] = {}
        for name, values in self.model.weights.items():
            weight = packed(values)
            found[name] = shared.setdefault(weight, weight)
        return found
