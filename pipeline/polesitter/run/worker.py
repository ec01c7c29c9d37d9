"""What a worker does: read reports, run the pipeline on each, hand over rows.

A report that fails costs only itself: it becomes an error, and the others are read.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from polesitter import __version__
from polesitter.errors import Errors
from polesitter.records.dataset.tables import Tables, build_tables
from polesitter.records.extraction import Extraction
from polesitter.records.threshold import still_on_pole, sure_enough
from polesitter.run.deadline import Deadline
from polesitter.run.failure import failure
from polesitter.run.model import version_of
from polesitter.run.plan import Shard
from polesitter.run.reading import read_shard
from polesitter.run.together import extract_report, extract_reports, groups
from polesitter.types import Report, ReportError

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
"""Reports whose rows are built together."""

KEPT_STRINGS = 46_000
"""Strings that the vocabulary may hold before the words of each batch are forgotten."""

MAX_CHARS = 200_000
"""The most characters a report may have unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Options:
    """What changes the rows besides the model; `max_chars` per report.

    `min_confidence`: cells with a lower score are left empty, and pole drivers told by them.
    """

    keep_text: bool = True
    max_chars: int = MAX_CHARS
    min_confidence: float = 0.0

    def told(self) -> str:
        """Return the options as the manifest of a dataset has them, and whose code read them."""
        told = f"polesitter={__version__} keep_text={self.keep_text} max_chars={self.max_chars}"
        # Said only where it is asked for, so that other datasets are not read anew.
        return f"{told} min_confidence={self.min_confidence}" if self.min_confidence else told


def extract_shard(
    nlp: "Language", shard: Shard, options: Options, deadline: Deadline | None = None
) -> Iterator[Tables]:
    """Extract the reports of a shard; yield the rows of some reports at a time.

    `deadline` is renewed for every group of reports read together, and lifted at the end:
    reports of a shard whose worker dies are read again one by one.
    """
    reads = _timed(read_shard(shard, options.max_chars), deadline)
    try:
        while batch := list(islice(reads, BATCH)):
            with _bounded_memory(nlp):
                found = list(_extracted(nlp, _timed(batch, deadline)))
                rows = _rows(found, options, version_of(nlp))
            yield rows
    finally:
        if deadline is not None:
            deadline.lift()


def _timed(
    reads: Iterable[Report | ReportError], deadline: Deadline | None
) -> Iterator[Report | ReportError]:
    if deadline is None:
        yield from reads
        return
    deadline.renew()
    for read in reads:
        yield read
        deadline.renew()


def _bounded_memory(nlp: "Language") -> AbstractContextManager[object]:
    """Have spaCy forget the words of a batch once it knows many; no Doc may outlive this.

    Every name would stay in memory for good. Until then words are kept, because the
    tokenizer remembers how it cut a word only where the word stays.
    """
    if len(nlp.vocab.strings) < KEPT_STRINGS:
        return nullcontext()
    return nlp.memory_zone()


def _extracted(
    nlp: "Language", reads: Iterable[Report | ReportError]
) -> Iterator[Extraction | ReportError]:
    for group in groups(reads):
        found = iter(_all_guarded(nlp, [read for read in group if isinstance(read, Report)]))
        for read in group:
            yield read if isinstance(read, ReportError) else next(found)


def _all_guarded(nlp: "Language", reports: Sequence[Report]) -> Sequence[Extraction | ReportError]:
    try:
        return extract_reports(nlp, reports)
    except Exception:
        # One report spoils all that are read with it: find out which.
        return [_guarded(nlp, report) for report in reports]


def _guarded(nlp: "Language", report: Report) -> Extraction | ReportError:
    try:
        return extract_report(nlp, report)
    except Exception as error:
        return replace(failure(report.source, "extract", Errors.E504, error), sha256=report.sha256)


def _rows(found: list[Extraction | ReportError], options: Options, model: str) -> Tables:
    try:
        return _build(found, options, model)
    except Exception:
        # One value that fits no column spoils the batch: find the report it came from.
        return _build([_fitting(item, options, model) for item in found], options, model)


def _fitting(
    item: Extraction | ReportError, options: Options, model: str
) -> Extraction | ReportError:
    try:
        _build([item], options, model)
    except Exception as error:
        if isinstance(item, ReportError):
            return failure(_writable(item.source), "records", Errors.E506, error)
        failed = failure(_writable(item.report.source), "records", Errors.E506, error)
        return replace(failed, sha256=item.report.sha256)
    return item


def _build(found: list[Extraction | ReportError], options: Options, model: str) -> Tables:
    return build_tables(
        [_sure(item, options) for item in found if isinstance(item, Extraction)],
        [replace(item, model=model) for item in found if isinstance(item, ReportError)],
        keep_text=options.keep_text,
    )


def _sure(item: Extraction, options: Options) -> Extraction:
    if not options.min_confidence:
        return item
    results = sure_enough(item.results, options.min_confidence)
    classes = tuple(still_on_pole(item.session.classes, results))
    return replace(item, results=tuple(results), session=replace(item.session, classes=classes))


def _writable(source: str) -> str:
    """Write out half surrogate pairs, which no UTF-8 file can hold."""
    return source.encode("utf-8", "backslashreplace").decode()
