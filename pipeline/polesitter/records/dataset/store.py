"""Where a dataset lies: a folder on disk, or a place behind an fsspec URL.

Names are POSIX paths from the top of the dataset.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pyarrow as pa

STAGING = ".staging"
"""What is not yet, or no longer, part of the dataset lies in here."""


class Store(Protocol):
    """What a dataset asks of the place it lies in."""

    @property
    def place(self) -> str:
        """The folder or URL, as a person would give it."""
        ...

    def entries(self) -> set[str] | None:
        """Return the names at the top, or None; NotADirectoryError where it is a file."""
        ...

    def names(self, folder: str) -> list[str]:
        """Return the names of all files below a folder, sorted; none where there is no folder."""
        ...

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file."""
        ...

    def read(self, name: str) -> bytes:
        """Return a file's bytes; FileNotFoundError where there is none."""
        ...

    def view(self, name: str) -> pa.Buffer:
        """Return a file's bytes without holding them all in memory where that can be."""
        ...

    def write(self, name: str, data: bytes | pa.Buffer) -> None:
        """Write a file, replacing another: a reader sees all of it or nothing of it.

        Its content is on disk when this returns; for its name, see `sync`.
        """
        ...

    def sync(self, folder: str) -> None:
        """Force the names of the files in a folder to disk."""
        ...

    def move(self, name: str, target: str) -> None:
        """Give a file another name, replacing what had it, in one step."""
        ...

    def keep(self, name: str, copy: str) -> None:
        """Keep the present content of a file under a second name."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is no matter."""
        ...

    def remove_folder(self, folder: str) -> None:
        """Remove a folder with all that is in it."""
        ...

    def prepare(self, folder: str) -> None:
        """Make a folder, and those above it, where places have folders."""
        ...

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of a file in hexadecimal; None where there is none."""
        ...

    def is_whole(self, name: str, sha256: str) -> bool:
        """Tell whether a file is there with the bytes it was written with."""
        ...

    def lock(self, seconds: float) -> AbstractContextManager[object]:
        """Hold the place for writing; TimeoutError after `seconds` of waiting for another."""
        ...


def open_store(out: str | Path) -> Store:
    """Return the store at a folder or an fsspec URL."""
    text = str(out)
    if "://" not in text:
        from polesitter.records.dataset.local_store import LocalStore

        return LocalStore(Path(out))
    if text.startswith("file://"):
        from polesitter.records.dataset.local_store import LocalStore

        return LocalStore(Path(text.removeprefix("file://")))
    from polesitter.records.dataset.url_store import UrlStore

    return UrlStore(text)
