"""A dataset behind an fsspec URL: s3, gs, memory and their like.

An object is written whole or not at all, so nothing need be renamed. There is no lock:
one writer at a time is the caller's promise.
"""

import hashlib
from contextlib import AbstractContextManager, nullcontext
from posixpath import relpath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyarrow as pa

from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


class UrlStore:
    """Objects below one URL."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.system, self.top = connect(self.url)

    @property
    def place(self) -> str:
        """The URL as given."""
        return self.url

    def entries(self) -> set[str] | None:
        """Return the names at the top."""
        self.system.invalidate_cache()
        if not self.system.exists(self.top):
            return None
        if self.system.isfile(self.top):
            raise NotADirectoryError(self.url)
        return {path.rstrip("/").rsplit("/", 1)[-1] for path in self.system.ls(self.top, False)}

    def names(self, folder: str) -> list[str]:
        """Return the objects below a folder, sorted."""
        self.system.invalidate_cache()
        try:
            found = self.system.find(self._at(folder))
        except FileNotFoundError:
            return []
        return sorted(relpath(path, self.top) for path in found)

    def exists(self, name: str) -> bool:
        """Tell whether there is such an object."""
        return bool(self.system.isfile(self._at(name)))

    def read(self, name: str) -> bytes:
        """Return an object's bytes."""
        return bytes(self.system.cat_file(self._at(name)))

    def view(self, name: str) -> pa.Buffer:
        """Fetch an object to a file that is gone once nobody looks at it any more."""
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = f"{folder}/{name.rpartition('/')[2]}"
            self.system.get_file(self._at(name), path)
            with pa.memory_map(path) as file:
                return file.read_buffer()

    def write(self, name: str, data: bytes | pa.Buffer) -> None:
        """Put an object in one request."""
        self.prepare(name.rpartition("/")[0])
        self.system.pipe_file(self._at(name), bytes(data))

    def sync(self, folder: str) -> None:
        """Do nothing: an object that was put is there."""

    def move(self, name: str, target: str) -> None:
        """Copy an object, then remove the first: each is one step."""
        self.keep(name, target)
        self.remove(name)

    def keep(self, name: str, copy: str) -> None:
        """Copy an object, on the server where it can."""
        self.prepare(copy.rpartition("/")[0])
        self.system.cp_file(self._at(name), self._at(copy))

    def remove(self, name: str) -> None:
        """Remove an object."""
        if self.exists(name):
            self.system.rm_file(self._at(name))

    def remove_folder(self, folder: str) -> None:
        """Remove all objects below a folder."""
        self.system.invalidate_cache()
        if self.system.exists(self._at(folder)):
            self.system.rm(self._at(folder), recursive=True)

    def prepare(self, folder: str) -> None:
        """Make a folder where the system has such: object stores do nothing."""
        self.system.makedirs(self._at(folder), exist_ok=True)

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of an object in hexadecimal; None where there is none."""
        try:
            return hashlib.sha256(self.read(name)).hexdigest()
        except FileNotFoundError:
            return None

    def is_whole(self, name: str, sha256: str) -> bool:
        """Tell whether an object is there: for its bytes the store vouches."""
        return self.exists(name)

    def lock(self, seconds: float) -> AbstractContextManager[object]:
        """Hold nothing: object stores have no locks."""
        return nullcontext()

    def _at(self, name: str) -> str:
        return f"{self.top}/{name}" if name else str(self.top)


def connect(url: str) -> tuple["AbstractFileSystem", str]:
    """Return the file system of a URL and the path in it, or raise PolesitterError (E408)."""
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise PolesitterError(Errors.E408.format(url=url, detail=error)) from error
    return system, path.rstrip("/")
