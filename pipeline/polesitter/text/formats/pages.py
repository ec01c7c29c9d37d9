"""PDF: the text of its pages, wrapped lines joined again."""

import logging
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from polesitter.text.encoding import refuse_binary
from polesitter.text.formats.whole import checked, digest, has_title, read_bytes
from polesitter.text.input_file import InputFile
from polesitter.text.unreadable import UnreadableError
from polesitter.text.wrapped import FULL_LINE, is_full
from polesitter.types import Report

BYTES_PER_CHARACTER = 64
"""Fonts and photographs weigh far more than the text."""

LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
RECOGNISE = "a scanned PDF must go through text recognition first"
SILENCE = logging.NullHandler()


def read_pdf(input_file: InputFile, size_limit: int) -> Iterator[Report]:
    """Read a .pdf file as one report.

    The text is that of the pages; the title in the metadata is often left over from
    another document, and is used only where the pages begin with it. Raises
    UnreadableError where pypdf is missing (E118), and for a locked (E121) or damaged file (E120).
    """
    data = read_bytes(input_file, BYTES_PER_CHARACTER * size_limit)
    pages, title = _pages_and_title(data)
    text = "\n\n".join(unwrapped(page) for page in pages if page.strip())
    text = checked(refuse_binary(text.translate(LIGATURES)), size_limit, RECOGNISE)
    if title is not None and not has_title(title, text):
        title = None
    yield Report(source=input_file.source, text=text, sha256=digest(data), title=title)


def unwrapped(page: str) -> str:
    """Join the lines that a page break up only for want of room.

    A line that had room for the next word was ended on purpose, and stays a line.
    """
    lines = [" ".join(line.split()) for line in page.strip().splitlines()]
    widest = max(len(line) for line in lines)
    joined = lines[0]
    for line, following in pairwise(lines):
        wraps = line and following and is_full(len(line), following, FULL_LINE * widest)
        joined += (" " if wraps else "\n") + following
    return joined


def _pages_and_title(data: bytes) -> tuple[list[str], str | None]:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise UnreadableError("E118", what="PDF", package="polesitter[pdf]") from None
    logging.getLogger("pypdf").addHandler(SILENCE)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("E121")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata is not None else None
    except UnreadableError:
        raise
    except Exception as error:  # A damaged PDF makes pypdf raise errors of any kind.
        raise UnreadableError("E120", detail=type(error).__name__) from None
    return pages, " ".join(title.split()) or None if title else None
