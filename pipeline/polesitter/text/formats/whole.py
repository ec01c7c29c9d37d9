"""What all formats share: the bytes of a file, and the tests a text must pass."""

import hashlib
import sys

from polesitter.text.input_file import InputFile
from polesitter.text.plain import MARK
from polesitter.text.unreadable import UnreadableError

HEADLINE_LINES = 3
"""How far down the text a headline may stand: a kicker or dateline may precede it."""

FILL_IT = "leave it out, or put the report into it"
"""What helps where a file is empty."""


def read_bytes(input_file: InputFile, most: int) -> bytes:
    """Return the bytes of a file or of standard input.

    Raises UnreadableError (E124) where there are more than `most`, before reading them all,
    and OSError where the file cannot be opened.
    """
    if input_file.path is None:
        data = sys.stdin.buffer.read(most + 1)
    else:
        with input_file.path.open("rb") as stream:
            data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableError("E124", limit=most)
    return data


def checked(text: str, size_limit: int, do: str = FILL_IT) -> str:
    """Return the text of a report as it is; `do`: what helps where there is none.

    Raises UnreadableError where it is empty (E112), longer than `size_limit` characters
    (E113) or annotated corpus text (E114).
    """
    if not text.strip():
        raise UnreadableError("E112", do=do)
    if len(text) > size_limit:
        raise UnreadableError("E113", limit=size_limit)
    if mark := MARK.search(text):
        raise UnreadableError("E114", mark=mark[0])
    return text


def with_title(title: str | None, text: str) -> str:
    """Return title, blank line and text; the text alone where it has the title already."""
    if title is None or has_title(title, text):
        return text
    return f"{title}\n\n{text}"


def has_title(title: str, text: str) -> bool:
    """Tell whether a text begins with a title, or has it as one of its first lines.

    Letter case and spacing make no difference.
    """
    wanted = _folded(title)
    if _folded(text[: 2 * len(title) + 100]).startswith(wanted):
        return True
    lines = [line for line in text[:1000].splitlines() if line.strip()]
    return any(_folded(line) == wanted for line in lines[:HEADLINE_LINES])


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
