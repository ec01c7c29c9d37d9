"""Columns of a dataset as plain values: only those asked for, only the rows asked for.

Arrow imports pandas with the first scalar or filter it makes, and that import costs more
CPU than any answer here. Reading columns and turning them into lists does without.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.open import Dataset
from polesitter.records.dataset.parts import bucket_of, part_name

NEAR = 50
"""Rows between two chosen ones that are read along: fewer than a new stretch would cost."""


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

    The columns of the selection are read first; of the others only the stretches that hold
    chosen rows are made into values. Raises PolesitterError (E405) where a part is
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
        yield from _lists(file, columns, [slice(None)])
    else:
        yield from _chosen_rows(file, columns, chosen)


def _chosen_rows(file: Any, columns: Sequence[str], chosen: Selection) -> Iterator[tuple[Any, ...]]:
    tests = _lists(file, chosen.columns, [slice(None)])
    hits = [number for number, row in enumerate(tests) if chosen(row)]
    wanted = set(hits)
    stretches = _stretches(hits)
    numbers = (number for stretch in stretches for number in range(stretch.start, stretch.stop))
    for number, row in zip(numbers, _lists(file, columns, stretches), strict=True):
        if number in wanted:
            yield row


def _stretches(hits: Sequence[int]) -> list[slice]:
    """The stretches of rows that hold all hits; hits close to each other share one."""
    made: list[slice] = []
    for hit in hits:
        if made and hit - made[-1].stop < NEAR:
            made[-1] = slice(made[-1].start, hit + 1)
        else:
            made.append(slice(hit, hit + 1))
    return made


def _lists(
    file: Any, columns: Sequence[str], stretches: Sequence[slice]
) -> Iterator[tuple[Any, ...]]:
    """Rows of some columns; a column that an older dataset lacks is null."""
    if not stretches:
        return
    present = [name for name in columns if name in file.schema_arrow.names]
    table = file.read(columns=present)
    for stretch in stretches:
        part = table.slice(*_offset_and_length(stretch, table.num_rows))
        nothing = [None] * part.num_rows
        lists = [part[name].to_pylist() if name in present else nothing for name in columns]
        yield from zip(*lists, strict=True)


def _offset_and_length(stretch: slice, rows: int) -> tuple[int, int]:
    start, stop, _ = stretch.indices(rows)
    return start, stop - start
