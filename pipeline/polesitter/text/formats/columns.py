"""Parquet: one report per row."""

from collections.abc import Iterator

from polesitter.text.formats.item import FIELDS, Items
from polesitter.text.input_file import InputFile
from polesitter.text.unreadable import UnreadableError
from polesitter.types import Report, ReportError

ROWS_AT_A_TIME = 256


def read_parquet(input_file: InputFile, size_limit: int) -> Iterator[Report | ReportError]:
    """Read a .parquet file: a row per report, in the columns a JSONL file has as fields.

    Raises UnreadableError where the file is damaged (E120) or has no column `text` (E119).
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    assert input_file.path is not None
    items = Items(input_file.source, size_limit)
    row = 0
    try:
        with input_file.path.open("rb") as stream, pq.ParquetFile(stream) as parquet:
            names = parquet.schema_arrow.names
            if "text" not in names:
                raise UnreadableError("E119", columns=", ".join(names) or "none")
            columns = [name for name in FIELDS if name in names]
            for batch in parquet.iter_batches(ROWS_AT_A_TIME, columns=columns):
                for item in batch.to_pylist():
                    row += 1
                    yield items.read(item, f"row {row}")
    except (pa.ArrowException, ValueError) as error:
        raise UnreadableError("E120", detail=_first_line(error)) from None


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
