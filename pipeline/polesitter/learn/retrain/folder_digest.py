"""What stands for the content of files: equal bytes, equal digest."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from polesitter.records.dataset.files import sha256_of

SHOWN = 8
"""Hexadecimal digits of a digest that people see."""


def folder_digest(folder: Path) -> str:
    """Return the SHA-256 of all files of a folder, by their names and bytes, in hexadecimal."""
    return files_digest(folder, (path for path in folder.rglob("*") if path.is_file()))


def files_digest(root: Path, files: Iterable[Path]) -> str:
    """Return the SHA-256 of some files below `root`; their order makes no difference."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(sha256_of(path).encode())
    return digest.hexdigest()
