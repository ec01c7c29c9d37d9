"""Columns of a dataset as plain values: only those asked for, only the rows asked for.

Arrow imports pandas with the first scalar or filter it makes, and that import costs more
CPU than any answer here. Reading columns and turning them into lists does without.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from polesitter.errors import Errors, PolesitterError
from polesitter.records.open import Dataset
from polesitter.records.parts import bucket_of, part_name


class Selection(Protocol):
    """Chooses rows by some of their columns."""

    @property
    def columns(self) -> Sequence[str]:
        """The columns that the choice depends on; none: every row is chosen."""

    def __call__(self, values: tuple[Any, ...]) -> bool:
        """Tell whether a row with these values of `columns` is chosen."""


def read_rows(
    dataset: Dataset, table: str, columns: Sequence[str], chosen: Selection | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table as tuples of `columns`, part by part.

    The columns of the selection are read first; of the others only the stretch from the
    first chosen row of a part to the last. Raises PolesitterError (E405) where a part is
    missing or was replaced by a later run.
    """
    for name in sorted(dataset.manifest.tables[table]):
        yield from _part_rows(dataset, table, name, columns, chosen)


def read_rows_of(
    dataset: Dataset, table: str, columns: Sequence[str], sources: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of some reports; only the parts that hold them are read.

    Raises PolesitterError (E405) as `read_rows` does.
    """
    names = {part_name(bucket_of(source, dataset.manifest.buckets)) for source in sources}
    chosen = OfSources(frozenset(sources))
    for name in sorted(names & dataset.manifest.tables[table].keys()):
        yield from _part_rows(dataset, table, name, columns, chosen)


@dataclass(frozen=True, slots=True)
class OfSources:
    """Chooses the rows of some reports."""

    sources: frozenset[str]

    @property
    def columns(self) -> Sequence[str]:
        """The columns that the choice depends on."""
        return ("source",)

    def __call__(self, values: tuple[Any, ...]) -> bool:
        """Tell whether a row with this source is chosen."""
        return values[0] in self.sources


def _part_rows(
    dataset: Dataset, table: str, name: str, columns: Sequence[str], chosen: Selection | None
) -> Iterator[tuple[Any, ...]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    place = f"{table}/{name}"
    lost = PolesitterError(Errors.E405.format(out=dataset.store.place, part=place))
    try:
        content = dataset.store.view(place)
    except FileNotFoundError as error:
        raise lost from error
    if hashlib.sha256(content).hexdigest() != dataset.manifest.tables[table][name].sha256:
        raise lost
    file = pq.ParquetFile(pa.BufferReader(content))
    if chosen is None or not chosen.columns:
        yield from _lists(file, columns)
    else:
        yield from _chosen_rows(file, columns, chosen)


def _chosen_rows(file: Any, columns: Sequence[str], chosen: Selection) -> Iterator[tuple[Any, ...]]:
    hits = [number for number, row in enumerate(_lists(file, chosen.columns)) if chosen(row)]
    if not hits:
        return
    first, length = hits[0], hits[-1] - hits[0] + 1
    wanted = set(hits)
    for number, row in enumerate(_lists(file, columns, first, length), start=first):
        if number in wanted:
            yield row


def _lists(
    file: Any, columns: Sequence[str], first: int = 0, length: int | None = None
) -> Iterator[tuple[Any, ...]]:
    """Rows of some columns; a column that an older dataset lacks is null."""
    present = [name for name in columns if name in file.schema_arrow.names]
    table = file.read(columns=present).slice(first, length)
    nothing = [None] * table.num_rows
    lists = [table[name].to_pylist() if name in present else nothing for name in columns]
    return zip(*lists, strict=True)
