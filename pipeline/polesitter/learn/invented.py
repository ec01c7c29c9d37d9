"""Which annotated reports were written for training: they tell of nobody real."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

INVENTED = "invented.txt"
"""Beside the folders of reports: ids of reports that tell of nobody real, one per line."""


def invented_ids(folders: Iterable[Path]) -> list[str]:
    """The lines of invented.txt beside folders of reports; `formula-1??` stands for many ids."""
    beside = sorted({folder.parent / INVENTED for folder in folders})
    return [
        line.strip()
        for path in beside
        if path.is_file()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def is_invented(report: str, ids: Sequence[str]) -> bool:
    """Whether the report of an id is among those of `invented_ids`."""
    return any(fnmatchcase(report, id) for id in ids)
