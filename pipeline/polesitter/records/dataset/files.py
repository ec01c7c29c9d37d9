"""Files that are whole or not there: written apart, forced to disk, renamed into place."""

import hashlib
import os
import shutil
from pathlib import Path


def sync(path: Path) -> None:
    """Force a file, or the names in a folder, to disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no handle for a folder; its renames are journalled.
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_copy(path: Path, copy: Path) -> None:
    """Keep the present content of `path` under a second name, as a link where it can be."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, copy)
    except OSError:
        # A disk without hard links; a half-made copy must not be taken for a whole one.
        unfinished = copy.with_suffix(".tmp")
        shutil.copyfile(path, unfinished)
        sync(unfinished)
        unfinished.replace(copy)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
