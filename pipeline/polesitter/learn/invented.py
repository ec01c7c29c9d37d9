"""Which annotated reports were written for training: they tell of nobody real."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

INVENTED = "invented.txt"
"""Beside the folders of reports: which are invented, one per line as folder/id."""


def invented_ids(folders: Iterable[Path]) -> frozenset[str]:
    """The ids of those reports in `folders` that invented.txt beside them lists.

    Its line `own/*` stands for every report of the folder own. The folder decides and
    not the id alone: what comes to another folder is real, whatever it is called.
    """
    return frozenset(
        path.stem
        for folder in folders
        for line in _lines(folder.parent / INVENTED)
        for path in folder.glob("*.json")
        if fnmatchcase(f"{folder.name}/{path.stem}", line)
    )


def _lines(path: Path) -> Iterator[str]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line.strip()
