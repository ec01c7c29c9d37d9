"""Reading inputs so that whatever goes wrong becomes an error in its place."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from polesitter.errors import Errors
from polesitter.run.failure import failure
from polesitter.run.plan import Shard, is_container
from polesitter.text.formats import read_reports
from polesitter.text.input_file import InputFile
from polesitter.types import Report, ReportError

NOT_THE_BYTES = ("E101", "E102", "E118", "E122")
"""Errors that may be gone next time though the file is the same."""


def read_shard(shard: Shard, max_chars: int) -> Iterator[Report | ReportError]:
    """Read the reports of a shard."""
    for file in shard.files:
        yield from read_input(file, max_chars)
    yield from shard.reports


def read_input(file: InputFile, max_chars: int) -> Iterator[Report | ReportError]:
    """Read the reports of one file; an error about its bytes says which bytes."""
    try:
        for read in read_reports(file, size_limit=max_chars):
            yield _with_digest(read, file) if isinstance(read, ReportError) else read
    except Exception as error:
        # Readers raise nothing by their contract; the libraries below them may.
        yield _with_digest(failure(file.source, "text", Errors.E503, error), file)


def digest_of(file: InputFile) -> str | None:
    """Return the SHA-256 of a file in hexadecimal; None where it cannot be read."""
    if file.path is None:
        return None
    try:
        with file.path.open("rb", buffering=0) as stream:
            return hashlib.file_digest(cast(Any, stream), "sha256").hexdigest()
    except OSError:
        return None


def _with_digest(error: ReportError, file: InputFile) -> ReportError:
    if is_container(file) or error.error in NOT_THE_BYTES:
        return error
    return replace(error, sha256=digest_of(file))
