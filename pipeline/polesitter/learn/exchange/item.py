"""What a reader of a format yields: annotated reports, and what had to be set aside.

A report with one bad mark is set aside whole: without that mark it would teach that
nothing stands there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import Span, marks_of
from polesitter.types import LABELS

SAFE_ID = re.compile(r"[^\W_][\w.-]*")
"""A report's id is the name of its files: no folder, no hidden file."""

NO_SESSION: dict[str, Any] = {"date": None, "series": None, "event": None, "track": None}


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that could not be taken: file, place in it, and why.

    `line` counts from 1: lines, or tasks where the file is one list of them. `offset`:
    the code point of the report's text that it is about, from 0.
    """

    source: str
    reason: str
    line: int | None = None
    offset: int | None = None


Item: TypeAlias = GoldReport | SetAside


class UnfitError(ValueError):
    """Raised inside readers and writers for one report; it becomes a SetAside."""

    def __init__(self, reason: str, offset: int | None = None, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.offset, self.line = reason, offset, line

    def at(self, source: str, line: int | None = None) -> SetAside:
        """Return what is told of it, with the place in the file."""
        return SetAside(source, self.reason, self.line or line, self.offset)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as a format tells it, before anything is checked.

    `links`: pairs of indices into `spans` that name one entity; None where the format
    has no links, and only the ids of the spans tell.
    """

    id: object
    text: object
    spans: Sequence[Span] = ()
    links: Sequence[tuple[int, int]] | None = None
    session: object = None
    records: object = None


def gold_of(sheet: Sheet) -> GoldReport:
    """Check a sheet and return its report; marks in text order, every name with an id.

    Raises UnfitError with what is wrong and where in the text.
    """
    text = _text(sheet.text)
    for span in sheet.spans:
        _check_span(span, text)
    _check_overlap(sheet.spans)
    return GoldReport(
        id=checked_id(sheet.id),
        text=text,
        marks=marks_of(sheet.spans, sheet.links, text),
        session=_session(sheet.session),
        records=_records(sheet.records),
    )


def checked_id(value: object) -> str:
    """Return a report's id if a file can be named so; raises UnfitError."""
    if not isinstance(value, str) or SAFE_ID.fullmatch(value) is None:
        raise UnfitError(Errors.E621.format(id=value))
    return value


def safe_id(source: str) -> str:
    """Return an id for a report known by its source: "a/b.jsonl#7" is b-7."""
    path, _, item = source.partition("#")
    stem = PurePosixPath(path).stem
    words = re.findall(r"[\w.]+", f"{stem}-{item}" if item else stem)
    return "-".join(words).lstrip("._-") or "report"


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise UnfitError(Errors.E622)
    for offset, char in enumerate(value):
        if "\ud800" <= char <= "\udfff":
            raise UnfitError(Errors.E623, offset)
    return value


def span_of(
    start: object, end: object, label: object, entity: object = None, words: object = None
) -> Span:
    """Return what a tool told of a mention, if it is of the right kinds; raises UnfitError."""
    # True and False are integers to isinstance.
    if type(start) is not int or type(end) is not int:
        raise UnfitError(Errors.E624.format(start=start, end=end))
    if not isinstance(label, str):
        raise UnfitError(Errors.E626.format(label=label, labels=", ".join(LABELS)), start)
    told = [value if isinstance(value, str) else None for value in (entity, words)]
    return Span(start, end, label, *told)


def _check_span(span: Span, text: str) -> None:
    if not 0 <= span.start < span.end <= len(text):
        problem = Errors.E625.format(start=span.start, end=span.end, length=len(text))
        raise UnfitError(problem, max(0, span.start))
    if span.label not in LABELS:
        raise UnfitError(Errors.E626.format(label=span.label, labels=", ".join(LABELS)), span.start)
    words = text[span.start : span.end]
    if span.words is not None and span.words != words:
        raise UnfitError(Errors.E627.format(words=words, told=span.words), span.start)


def _check_overlap(spans: Sequence[Span]) -> None:
    ordered = sorted(spans, key=_bounds)
    for i in range(1, len(ordered)):
        first, second = ordered[i - 1], ordered[i]
        if second.start < first.end:
            problem = Errors.E628.format(first=first.label, second=second.label)
            raise UnfitError(problem, second.start)


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _session(value: object) -> dict[str, Any]:
    if value is None:
        return dict(NO_SESSION)
    if not isinstance(value, dict):
        raise UnfitError(Errors.E629.format(what="session", wanted="an object"))
    return value


def _records(value: object) -> tuple[dict[str, Any], ...]:
    if value is None:
        return ()
    # spaCy's own packing turns lists into tuples.
    if not isinstance(value, list | tuple) or not all(isinstance(row, dict) for row in value):
        raise UnfitError(Errors.E629.format(what="records", wanted="a list of objects"))
    return tuple(value)


def text_of(path: Path) -> str:
    """Return a file's text with its line ends untouched; raises UnfitError if not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnfitError(Errors.E630.format(byte=error.start)) from error


def once_each(items: Iterable[Item], source: str) -> Iterator[Item]:
    """Set aside what has the id of an earlier report."""
    seen = set[str]()
    for item in items:
        if isinstance(item, SetAside):
            yield item
        elif item.id in seen:
            yield SetAside(source, Errors.E631.format(id=item.id))
        else:
            seen.add(item.id)
            yield item
