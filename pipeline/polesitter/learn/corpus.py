"""Annotated reports: marked text and records, as in corpus/GUIDE.md."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.text.plain import Mark, unmark
from polesitter.text.wrapped import flowing, wraps


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated report: plain text, its marks, and the records a reader would write.

    Hard-wrapped text flows here as it does when it is read to be told.
    """

    id: str
    text: str
    marks: tuple[Mark, ...]
    session: dict[str, Any]
    records: tuple[dict[str, Any], ...]

    @property
    def group(self) -> str:
        """The series group the id begins with: "pilot" of pilot-07."""
        return series_group(self.id)


def series_group(report: str) -> str:
    """Return the series group that the id of a report begins with."""
    return report.rsplit("-", 1)[0]


def read_gold(folders: Iterable[Path]) -> Iterator[GoldReport]:
    """The annotated reports of the folders, sorted by id within each.

    Raises PolesitterError where a report lacks its other half or the JSON is broken.
    """
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            yield read_gold_report(path)


def read_gold_report(path: Path) -> GoldReport:
    """One report from its `<id>.json`; `<id>.txt` must lie beside it."""
    marked = path.with_suffix(".txt")
    if not marked.exists():
        raise PolesitterError(Errors.E601.format(path=path, marked=marked.name))
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        rows, session = record["records"], record["session"]
    except (ValueError, KeyError, TypeError) as error:
        raise PolesitterError(Errors.E602.format(path=path, error=error)) from error
    text, marks = unmark(_decoded(marked))
    text = flowing(text, wraps(text))
    return GoldReport(path.stem, text, tuple(marks), session, tuple(rows))


def _decoded(marked: Path) -> str:
    try:
        # Bytes, because reading as text would make every line end one code point.
        return marked.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PolesitterError(Errors.E705.format(path=marked)) from error
