"""JSONL: one report per line."""

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from polesitter.text.formats.item import Items
from polesitter.text.input_file import InputFile
from polesitter.text.unreadable import UnreadableError
from polesitter.types import Report, ReportError

BYTES_PER_CHARACTER = 12
"""The most that JSON uses: two escapes of six for one character."""

ROOM_FOR_FIELDS = 65_536
"""Bytes of a line left to everything but the text."""


def read_jsonl(input_file: InputFile, size_limit: int) -> Iterator[Report | ReportError]:
    """Read a .jsonl or .jsonl.gz file: one JSON object per line.

    It has `text` and perhaps `id`, `title`, `date` and `url`. A bad line is an error
    that names it; blank lines are passed over. Raises UnreadableError (E120) where a
    compressed file is damaged, after the lines before.
    """
    items = Items(input_file.source, size_limit)
    most = BYTES_PER_CHARACTER * size_limit + ROOM_FOR_FIELDS
    try:
        with _opened(input_file) as stream:
            for line, data in _lines(stream, most):
                yield _read_line(data, line, items)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError("E120", detail=str(error).rstrip(".")) from None


@contextmanager
def _opened(input_file: InputFile) -> Iterator[BinaryIO]:
    assert input_file.path is not None
    with input_file.path.open("rb") as stored:
        if input_file.suffix == ".jsonl.gz":
            with gzip.GzipFile(fileobj=stored) as unpacked:
                yield cast(BinaryIO, unpacked)
        else:
            yield cast(BinaryIO, stored)


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line that is not blank; None for one beyond `most`."""
    line = 0
    while data := stream.readline(most + 1):
        line += 1
        if len(data) > most:
            while data and not data.endswith(b"\n"):
                data = stream.readline(most)
            yield line, None
        elif data.strip(b"\xef\xbb\xbf \t\r\n"):
            yield line, data


def _read_line(data: bytes | None, line: int, items: Items) -> Report | ReportError:
    place = f"line {line}"
    if data is None:
        return UnreadableError("E113", limit=items.size_limit).at(items.source, place)
    try:
        item = json.loads(data.decode("utf-8-sig" if line == 1 else "utf-8"))
    except UnicodeDecodeError:
        return UnreadableError("E115", detail="not UTF-8").at(items.source, place)
    except json.JSONDecodeError as error:
        return UnreadableError("E115", detail=_fault(error)).at(items.source, place)
    except RecursionError:
        return UnreadableError("E115", detail="nested too deep").at(items.source, place)
    return items.read(item, place)


def _fault(error: json.JSONDecodeError) -> str:
    """Say what is wrong with a line, and at which of its characters."""
    # Its words lead up to the place: "Unterminated string starting at".
    fault = error.msg.removesuffix(" at").removesuffix(" starting")
    return f"{fault[:1].lower()}{fault[1:]} at character {error.pos + 1}"
