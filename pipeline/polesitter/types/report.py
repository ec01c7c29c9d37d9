"""A report as read: its text and what is known of it besides."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One report, ready for the pipeline.

    `text` is the reference for every offset in every result (0-based, half-open,
    Unicode code points). `source` is the POSIX path from the root of the run,
    `#id` added for an item of a JSONL or Parquet file. `sha256` is of the bytes
    (a file) or of the UTF-8 text (an item).
    """

    source: str
    text: str
    sha256: str
    title: str | None = None
    published: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ReportError:
    """One input that was set aside: where, at which stage, why and what to do.

    `sha256` is that of the bytes that failed, `model` the one that failed on them; both
    are None where it was not for them that the input could not be read.
    """

    source: str
    stage: str
    error: str
    message: str
    sha256: str | None = None
    model: str | None = None
