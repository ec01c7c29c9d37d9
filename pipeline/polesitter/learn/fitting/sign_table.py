"""Examples for linear models, their signs as numbers: made once, learned from in parts."""

from array import array
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from polesitter.learn.fitting.sign_columns import SignColumns
from polesitter.relations.signs.family import Part

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows of signs. Arrays hold a number per row; `names` are those of the columns.

    `signs`: 1 where a row has a sign, (rows, names); column 0, "", is the bias.
    `wanted`: numbers of classes, 0 for the first. `rivals`: equal where rows compete.
    `fold`: the part of the reports a row is from. `weight`: how often a row counts.
    """

    names: tuple[str, ...]
    signs: csr_matrix
    wanted: Ints
    rivals: Ints
    fold: Ints
    weight: Floats

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.wanted)

    def without(self, folds: Collection[int]) -> "Examples":
        """Return the rows of all other folds."""
        if not folds:
            return self
        kept = np.flatnonzero(np.isin(self.fold, list(folds), invert=True))
        return Examples(
            self.names,
            self.signs[kept],
            self.wanted[kept],
            self.rivals[kept],
            self.fold[kept],
            self.weight[kept],
        )

    def seen(self, least: float) -> Ints:
        """Return the columns that `least` rows have, weights counted; the bias always."""
        lengths = np.diff(self.signs.indptr)
        counts = np.bincount(
            self.signs.indices, np.repeat(self.weight, lengths), minlength=len(self.names)
        )
        counts[0] = np.inf
        return np.flatnonzero(counts >= least)


class SignTable:
    """Examples as they come, one row at a time."""

    def __init__(self) -> None:
        self._columns = SignColumns()
        self._own: tuple[Sequence[Part], Sequence[int]] = (), ()
        self._places, self._ends = array("i"), array("q", [0])
        self._groups: dict[Hashable, int] = {}
        self._wanted, self._rivals, self._fold = array("q"), array("q"), array("q")
        self._weight = array("d")

    def add(
        self,
        signs: Iterable[str],
        wanted: int,
        *,
        rivals: Hashable = None,
        fold: int = 0,
        weight: float = 1.0,
    ) -> None:
        """Add a row; a sign told twice counts once. `rivals`: equal for rows that compete."""
        self._add(self._columns.of_names(signs), wanted, rivals, fold, weight)

    def add_parts(
        self,
        parts: Iterable[Part],
        wanted: int,
        *,
        own: Sequence[Part] = (),
        rivals: Hashable = None,
        fold: int = 0,
        weight: float = 1.0,
    ) -> None:
        """Add a row of all signs of some parts, as `add` does with their names, but sooner.

        `own`: further parts, which rows that follow each other may share.
        """
        if own is not self._own[0]:
            self._own = own, self._columns.of_parts(own)
        told = [*self._columns.of_parts(parts), *self._own[1]]
        self._add(told, wanted, rivals, fold, weight)

    def _add(
        self, told: Iterable[int], wanted: int, rivals: Hashable, fold: int, weight: float
    ) -> None:
        self._places.append(0)
        self._places.extend(told)
        self._ends.append(len(self._places))
        self._wanted.append(wanted)
        self._rivals.append(self._groups.setdefault(rivals, len(self._groups)))
        self._fold.append(fold)
        self._weight.append(weight)

    def examples(self) -> Examples:
        """Return all rows; in which order the signs of a row were told makes no difference.

        Signs of many rows come first: what is often asked for lies close together then.
        """
        columns = self._columns.by_name
        signs = csr_matrix(
            (np.ones(len(self._places)), np.array(self._places), np.array(self._ends)),
            shape=(len(self._wanted), len(columns)),
        )
        signs.sum_duplicates()
        signs.data[:] = 1.0  # told twice or once
        counts = np.bincount(signs.indices, minlength=len(columns))
        by_name = sorted(columns)
        order = np.array([columns[name] for name in by_name])
        often = np.argsort(-counts[order], kind="stable")
        names = [by_name[place] for place in often]
        column = np.empty(len(names), dtype=np.int32)
        column[order[often]] = np.arange(len(names), dtype=np.int32)
        signs.indices = column[signs.indices]
        signs.has_sorted_indices = False
        signs.sort_indices()
        return Examples(
            tuple(names),
            signs,
            np.array(self._wanted, dtype=np.int64),
            np.array(self._rivals, dtype=np.int64),
            np.array(self._fold, dtype=np.int64),
            np.array(self._weight, dtype=np.float64),
        )
