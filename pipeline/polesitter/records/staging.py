"""Rows on their way into a dataset: Arrow files by batch of reports, split by bucket.

Workers write them side by side and the dataset is put together from them, so that
no process ever holds more rows than one batch or one bucket.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from polesitter.records.parts import bucket_of
from polesitter.records.schemas import SCHEMAS
from polesitter.records.tables import Tables

_BUCKETS = b"buckets"


def stage(folder: Path, name: str, tables: Tables, buckets: int) -> None:
    """Write the rows of one batch of reports below `folder`; `name` must be new there."""
    for table, rows in tables.items():
        if rows.num_rows:
            path = folder / table / f"{name}.arrow"
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, rows, buckets)


def staged_files(folder: Path, table: str) -> list[Path]:
    """Return the files below `folder` that hold rows of a table."""
    return sorted(folder.glob(f"**/{table}/*.arrow"))


def staged_rows(files: Sequence[Path], table: str, bucket: int) -> pa.Table:
    """Return the rows of one table and bucket in some files of it, in no particular order."""
    batches: list[pa.RecordBatch] = []
    for path in files:
        with pa.OSFile(str(path)) as file, pa.ipc.open_file(file) as reader:
            held = reader.schema.metadata[_BUCKETS].decode().split()
            if str(bucket) in held:
                batch = reader.get_batch(held.index(str(bucket)))
                batches.append(batch.replace_schema_metadata(None))
    return pa.Table.from_batches(batches, schema=SCHEMAS[table])


def _write(path: Path, rows: pa.Table, buckets: int) -> None:
    sources = rows["source"].to_pylist()
    bucket_by_source = {source: bucket_of(source, buckets) for source in dict.fromkeys(sources)}
    bucket_by_row = pa.array([bucket_by_source[source] for source in sources], pa.int32())
    held = sorted(set(bucket_by_source.values()))
    schema = rows.schema.with_metadata({_BUCKETS: " ".join(str(bucket) for bucket in held)})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for bucket in held:
            chosen = rows.filter(pc.equal(bucket_by_row, bucket)).combine_chunks()
            # One record batch per bucket, so that a bucket is found by its number.
            writer.write_batch(chosen.to_batches()[0].replace_schema_metadata(schema.metadata))
