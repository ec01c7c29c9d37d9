"""Readers, one per format: an input file in, reports and errors out."""

from collections.abc import Callable, Iterator

from polesitter.text.formats.columns import read_parquet
from polesitter.text.formats.lines import read_jsonl
from polesitter.text.formats.pages import read_pdf
from polesitter.text.formats.prose import read_prose
from polesitter.text.formats.web import read_html
from polesitter.text.input_file import InputFile
from polesitter.text.unreadable import UnreadableError, unreadable
from polesitter.types import Report, ReportError

__all__ = ["READERS", "SIZE_LIMIT", "read_reports"]

SIZE_LIMIT = 2_000_000
"""The most characters a report may have."""

Reader = Callable[[InputFile, int], Iterator[Report | ReportError]]

READERS: dict[str, Reader] = {
    "": read_prose,
    ".txt": read_prose,
    ".md": read_prose,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".parquet": read_parquet,
    ".pdf": read_pdf,
}
"""By suffix; "" is standard input."""


def read_reports(
    input_file: InputFile, *, size_limit: int = SIZE_LIMIT
) -> Iterator[Report | ReportError]:
    """Read the reports of one file: one, or one per item of a JSONL or Parquet file.

    What cannot be read comes as a ReportError in its place, and nothing is raised.
    `size_limit` is in characters of one report.
    """
    try:
        yield from READERS[input_file.suffix](input_file, size_limit)
    except OSError as error:
        yield unreadable(error).at(input_file.source)
    except UnreadableError as error:
        yield error.at(input_file.source)
