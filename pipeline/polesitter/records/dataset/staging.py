"""Rows on their way into a dataset: one Arrow file per shard, split by bucket.

Workers write them side by side and the dataset is put together from them, so that no
process ever holds more rows than one shard or one bucket. A file is written in one step:
a shard is staged whole or not at all.
"""

from collections import defaultdict
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from polesitter.records.dataset.parts import bucket_of
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.records.dataset.store import STAGING, Store
from polesitter.records.dataset.tables import Tables

ROWS = f"{STAGING}/rows-v{SCHEMA_VERSION}"
"""Where shards are staged: rows of another schema are of no use."""

_BUCKETS = b"buckets"

# One row per bucket, each table's rows of it as one list: all tables in one file.
_STAGED = pa.schema(
    [
        pa.field(name, pa.list_(pa.field("element", pa.struct(list(schema)), nullable=False)))
        for name, schema in SCHEMAS.items()
    ]
)


def stage(store: Store, shard: str, batches: Sequence[Tables], buckets: int) -> None:
    """Write the rows of a shard; an earlier try of the same shard is replaced."""
    tables = {
        name: pa.concat_tables([batch[name] for batch in batches]) if batches else None
        for name in SCHEMAS
    }
    by_bucket: dict[str, dict[int, pa.Table]] = {
        name: _split(table, buckets) for name, table in tables.items() if table is not None
    }
    held = sorted({bucket for split in by_bucket.values() for bucket in split})
    if not held:
        return
    schema = _STAGED.with_metadata({_BUCKETS: " ".join(str(bucket) for bucket in held)})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, schema) as writer:
        for bucket in held:
            lists = [_as_list(by_bucket[name].get(bucket), name) for name in SCHEMAS]
            writer.write_batch(pa.record_batch(lists, schema=schema))
    store.write(f"{ROWS}/{shard}.arrow", sink.getvalue())
    store.sync(ROWS)


def unstage(store: Store, shard: str) -> None:
    """Take back the rows of a shard, if there are any."""
    store.remove(f"{ROWS}/{shard}.arrow")


class Staged:
    """All shards staged in a store, to be read bucket by bucket."""

    def __init__(self, store: Store) -> None:
        self.shards: dict[int, list[tuple[pa.ipc.RecordBatchFileReader, int]]] = defaultdict(list)
        for name in store.names(ROWS):
            reader = pa.ipc.open_file(pa.BufferReader(store.view(name)))
            held = reader.schema.metadata[_BUCKETS].decode().split()
            for number, bucket in enumerate(held):
                self.shards[int(bucket)].append((reader, number))

    def rows(self, bucket: int) -> Tables:
        """Return the rows of one bucket, in no particular order of reports."""
        found: dict[str, list[pa.Table]] = {
            name: [schema.empty_table()] for name, schema in SCHEMAS.items()
        }
        for reader, number in self.shards.get(bucket, []):
            batch = reader.get_batch(number)
            for name, schema in SCHEMAS.items():
                rows = pa.Table.from_struct_array(batch.column(name).flatten())
                found[name].append(rows.cast(schema))
        return {name: pa.concat_tables(tables) for name, tables in found.items()}


def staged_sources(rows: Tables) -> set[str]:
    """Return the sources that some staged rows tell of."""
    return {
        source for table in ("reports", "errors") for source in rows[table]["source"].to_pylist()
    }


def _split(table: pa.Table, buckets: int) -> dict[int, pa.Table]:
    sources = table["source"].to_pylist()
    bucket_by_source = {source: bucket_of(source, buckets) for source in dict.fromkeys(sources)}
    bucket_by_row = pa.array([bucket_by_source[source] for source in sources], pa.int32())
    return {
        bucket: table.filter(pc.equal(bucket_by_row, bucket))
        for bucket in set(bucket_by_source.values())
    }


def _as_list(rows: pa.Table | None, name: str) -> pa.ListArray:
    kind = _STAGED.field(name).type
    if rows is None:
        return pa.array([[]], kind)
    structs = pa.array([], kind.value_type)
    if rows.num_rows:
        (batch,) = rows.combine_chunks().to_batches()
        structs = pa.StructArray.from_arrays(batch.columns, fields=list(SCHEMAS[name]))
    return pa.ListArray.from_arrays(pa.array([0, len(structs)], pa.int32()), structs, type=kind)
