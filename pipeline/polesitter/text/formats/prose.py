"""Plain text and Markdown: the decoded file, untouched."""

from collections.abc import Iterator

from polesitter.text.encoding import decode
from polesitter.text.formats.whole import checked, digest, read_bytes
from polesitter.text.input_file import InputFile
from polesitter.types import Report

BYTES_PER_CHARACTER = 4
"""The most that UTF-8, UTF-16 and UTF-32 use."""


def read_prose(input_file: InputFile, size_limit: int) -> Iterator[Report]:
    """Read a .txt or .md file, or standard input, as one report.

    Raises UnreadableError for what is no text, is empty or too long.
    """
    data = read_bytes(input_file, BYTES_PER_CHARACTER * (size_limit + 1))
    text = checked(decode(data), size_limit)
    yield Report(source=input_file.source, text=text, sha256=digest(data))
