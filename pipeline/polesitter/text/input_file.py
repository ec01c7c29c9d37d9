"""An input as found, before it is read."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.types import ReportError

if TYPE_CHECKING:
    from polesitter.text.remote import RemoteFile

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".jsonl.gz", ".parquet", ".pdf")
"""What the formats read, in lower case; names match in any case."""

STDIN = "stdin"
"""The source of a text from standard input."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read: where it is and what it is called in every table.

    `source` is the POSIX path from the root of the run; `path` is None for
    standard input, and something with `open` and `stat` for a URL.
    """

    path: "Path | RemoteFile | None"
    source: str

    @property
    def suffix(self) -> str:
        """The suffix in lower case, one of SUFFIXES; "" for standard input."""
        return "" if self.path is None else suffix_of(self.path.name)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was found: files and errors sorted by source, and skipped files by reason.

    `unknown`: the names of the first few files whose suffix is unknown, sorted.
    """

    files: tuple[InputFile, ...]
    skipped: dict[str, int]
    errors: tuple[ReportError, ...]
    unknown: tuple[str, ...] = ()


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in lower case, ".jsonl.gz" as a whole."""
    lowered = name.lower()
    if lowered.endswith(".jsonl.gz"):
        return ".jsonl.gz"
    # Not by way of Path: this is asked of every file of an archive.
    stem, _, suffix = lowered.rpartition(".")
    return f".{suffix}" if stem.strip(".") and suffix else ""
