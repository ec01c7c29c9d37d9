"""What a file beside the folders of the corpus says of their reports, line by line."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path


def listed_reports(folders: Iterable[Path], name: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of reports in `folders` that the file beside them lists, and what it adds.

    A line is folder/id and, after a space, whatever is said of it; `*` and `?` stand for signs
    of an id, so that `own/*` is every report of the folder own. The folder decides and not the
    id alone. Lines that begin with # say nothing.
    """
    for folder in folders:
        for report, told in _lines(folder.parent / name):
            for path in sorted(folder.glob("*.json")):
                if fnmatchcase(f"{folder.name}/{path.stem}", report):
                    yield path.stem, told


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                report, _, told = line.strip().partition(" ")
                yield report, told.strip()
