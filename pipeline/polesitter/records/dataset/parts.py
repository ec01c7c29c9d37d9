"""Which part of a table a report's rows lie in, and how a part is put together."""

import hashlib
from collections.abc import Set

import pyarrow as pa
import pyarrow.compute as pc

from polesitter.records.dataset.schemas import SCHEMAS, stamped

BUCKETS = 16
"""Parts per table of a new dataset; an existing dataset keeps the number it has."""

_ORDER = {"errors": ["source", "stage", "error", "message"]}


def bucket_of(source: str, buckets: int) -> int:
    """Return the bucket of a report, 0 to buckets - 1: a function of its source alone."""
    digest = hashlib.blake2b(source.encode(), digest_size=8).digest()
    return int.from_bytes(digest) % buckets


def part_name(bucket: int) -> str:
    """Return the file name of a bucket's part."""
    return f"part-{bucket:04d}.parquet"


def in_order(table: str, rows: pa.Table) -> pa.Table:
    """Sort rows by source; a report's own rows keep their order, errors are sorted whole.

    The result is one chunk, as where chunks end would show in the bytes of a part.
    """
    keys = [(name, "ascending") for name in _ORDER.get(table, ["source"])]
    # Arrow's sort is stable.
    return rows.sort_by(keys).combine_chunks()


def merged(table: str, present: pa.Table, staged: pa.Table, gone: Set[str]) -> pa.Table:
    """Return the rows of a part: what is present without the sources in `gone`, and the staged."""
    if gone and present.num_rows:
        taken = pa.array(sorted(gone), pa.string())
        present = present.filter(pc.invert(pc.is_in(present["source"], value_set=taken)))
    return in_order(table, pa.concat_tables([present, staged]))


def part_bytes(table: str, rows: pa.Table, model: str) -> pa.Buffer:
    """Return the Parquet file of sorted rows, with the versions in its metadata."""
    import pyarrow.parquet as pq

    rows = rows.replace_schema_metadata(stamped(SCHEMAS[table], model).metadata)
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink, compression="zstd")
    return sink.getvalue()


def read_part(content: pa.Buffer, table: str, columns: list[str] | None = None) -> pa.Table:
    """Return the rows of a Parquet file, or some columns of them, without its metadata."""
    import pyarrow.parquet as pq

    rows = pq.read_table(pa.BufferReader(content), schema=SCHEMAS[table], columns=columns)
    return rows.replace_schema_metadata(None)
