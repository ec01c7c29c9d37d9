"""A stream without blanks at the ends of lines, which tables are filled up with."""

import re
from io import TextIOBase
from typing import TextIO

PADDING = re.compile(r"[ \t]+$", re.MULTILINE)


class Unpadded(TextIOBase):
    """Writes to another stream, less what no one sees; each text written ends its last line."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream, by which frames are chosen that it can spell."""
        return self.stream.encoding

    def write(self, text: str) -> int:
        """Write a text and return its length."""
        self.stream.write(PADDING.sub("", text))
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        self.stream.flush()

    def isatty(self) -> bool:
        """Tell whether the stream is a terminal."""
        return self.stream.isatty()

    def fileno(self) -> int:
        """Return the number of the stream."""
        return self.stream.fileno()
