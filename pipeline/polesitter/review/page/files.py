"""Pages on disk: where they go, and what they never overwrite."""

from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.text.own_output import is_own_page
from polesitter.text.writing import writing_to

SUFFIXES = (".html", ".htm")


def is_page(path: Path) -> bool:
    """Tell whether a path names one page; anything else names the folder of a site."""
    return path.suffix.lower() in SUFFIXES


def write_page(path: Path, page: str) -> None:
    """Write a page; folders are made.

    Raises PolesitterError (E712) where a file stands there that is no page of ours: it
    may be a report. (E126) where the path is a folder, or a file stands in its way.
    """
    if path.is_file() and not is_own_page(path):
        raise PolesitterError(Errors.E712.format(path=path))
    with writing_to(path, Errors.E713):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
