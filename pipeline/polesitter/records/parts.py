"""Which part of a table a report's rows lie in, and how a part is written."""

import hashlib
from pathlib import Path

import pyarrow as pa

from polesitter.records.schemas import SCHEMAS, stamped

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


def write_part(path: Path, table: str, rows: pa.Table, model: str) -> None:
    """Write the rows of one bucket, sorted, with the versions in the file metadata."""
    import pyarrow.parquet as pq

    rows = in_order(table, rows).replace_schema_metadata(stamped(SCHEMAS[table], model).metadata)
    pq.write_table(rows, path, compression="zstd")
