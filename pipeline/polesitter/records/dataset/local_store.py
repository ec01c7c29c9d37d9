"""A dataset in a folder on disk."""

import os
import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
from filelock import FileLock

from polesitter.records.dataset.files import keep_copy, sha256_of, sync
from polesitter.records.dataset.store import STAGING

LOCK = ".lock"


class LocalStore:
    """Files of one folder, written apart and renamed into place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def place(self) -> str:
        """The folder as given."""
        return str(self.folder)

    def entries(self) -> set[str] | None:
        """Return the names at the top of the folder."""
        if not self.folder.exists():
            return None
        return {path.name for path in self.folder.iterdir()}

    def names(self, folder: str) -> list[str]:
        """Return the files below a folder, sorted."""
        found = [path for path in (self.folder / folder).rglob("*") if path.is_file()]
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def exists(self, name: str) -> bool:
        """Tell whether there is such a file."""
        return (self.folder / name).is_file()

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        return (self.folder / name).read_bytes()

    def view(self, name: str) -> pa.Buffer:
        """Map a file into memory."""
        path = self.folder / name
        with pa.memory_map(str(path)) as file:
            # The buffer outlives the handle, so thousands of files can be viewed at once.
            return file.read_buffer()

    def write(self, name: str, data: bytes | pa.Buffer) -> None:
        """Write apart, force to disk, rename."""
        made = self.folder / STAGING / "unfinished" / uuid4().hex
        made.parent.mkdir(parents=True, exist_ok=True)
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with made.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            made.replace(target)
        finally:
            made.unlink(missing_ok=True)

    def move(self, name: str, target: str) -> None:
        """Rename a file."""
        (self.folder / name).replace(self.folder / target)

    def sync(self, folder: str) -> None:
        """Force the names of the files in a folder to disk."""
        if (self.folder / folder).is_dir():
            sync(self.folder / folder)

    def keep(self, name: str, copy: str) -> None:
        """Link a file, or copy it where links cannot be."""
        keep_copy(self.folder / name, self.folder / copy)

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.folder / name).unlink(missing_ok=True)

    def remove_folder(self, folder: str) -> None:
        """Remove a folder with all that is in it."""
        shutil.rmtree(self.folder / folder, ignore_errors=True)

    def prepare(self, folder: str) -> None:
        """Make a folder and those above it."""
        (self.folder / folder).mkdir(parents=True, exist_ok=True)

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of a file in hexadecimal; None where there is none."""
        path = self.folder / name
        return sha256_of(path) if path.is_file() else None

    def is_whole(self, name: str, sha256: str) -> bool:
        """Tell whether a file has the bytes it was written with."""
        return self.sha256(name) == sha256

    def lock(self, seconds: float) -> AbstractContextManager[object]:
        """Hold the folder; filelock's Timeout is a TimeoutError."""
        return FileLock(self.folder / LOCK).acquire(timeout=seconds)
