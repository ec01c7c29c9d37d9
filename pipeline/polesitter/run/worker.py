"""What a worker does: read reports, run the pipeline on each, hand over rows.

A report that fails costs only itself: it becomes an error, and the next is read.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from polesitter.errors import Errors, PolesitterError
from polesitter.records.extraction import Extraction
from polesitter.records.tables import Tables, build_tables
from polesitter.run.failure import failure
from polesitter.run.model import version_of
from polesitter.run.original import Original
from polesitter.run.plan import Task
from polesitter.text.clean import clean
from polesitter.text.formats import read_reports
from polesitter.text.input_file import InputFile
from polesitter.types import Report, ReportError

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
"""Reports whose rows are built together."""

KEPT_STRINGS = 120_000
"""Strings that the vocabulary may hold before the words of each batch are forgotten."""

MAX_CHARS = 200_000
"""The most characters a report may have unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Options:
    """What changes the rows besides the model; `max_chars` per report."""

    keep_text: bool = True
    max_chars: int = MAX_CHARS


def extract_report(nlp: "Language", report: Report) -> Extraction:
    """Run the pipeline on one report.

    Offsets in the answer are those of `report.text`, though the pipeline reads the
    cleaned text. Raises whatever a component raises.
    """
    cleaned = clean(report.text)
    original = Original(report.text, cleaned)
    if "records" not in getattr(nlp, "pipe_names", ("records",)):
        raise PolesitterError(Errors.E509.format(model=version_of(nlp)))
    # A last line end or none must make no difference, and tokens at the end see it.
    text = cleaned.text if cleaned.text.endswith("\n") else f"{cleaned.text}\n"
    doc = nlp.make_doc(text)
    # Components read the day of publication from here: "Saturday" is a date only with it.
    doc.user_data["published"] = report.published.isoformat() if report.published else None
    doc = nlp(doc)
    return Extraction(
        report=report,
        model=version_of(nlp),
        qualifying=float(doc._.qualifying),
        session=original.session(doc._.session),
        results=tuple(original.result(result) for result in doc._.results),
        mentions=tuple(original.mention(mention) for mention in doc._.mentions),
        relations=tuple(doc._.relations),
    )


def extract_task(nlp: "Language", task: Task, options: Options) -> Iterator[Tables]:
    """Extract the reports of a task; yield the rows of some reports at a time."""
    reads = _read_task(task, options)
    while batch := list(islice(reads, BATCH)):
        with _bounded_memory(nlp):
            rows = _rows([_guarded(nlp, read) for read in batch], options)
        yield rows


def _bounded_memory(nlp: "Language") -> AbstractContextManager[object]:
    """Have spaCy forget the words of a batch once it knows many; no Doc may outlive this.

    Every name would stay in memory for good. Until then words are kept, because the
    tokenizer remembers how it cut a word only where the word stays.
    """
    if len(nlp.vocab.strings) < KEPT_STRINGS:
        return nullcontext()
    return nlp.memory_zone()


def _read_task(task: Task, options: Options) -> Iterator[Report | ReportError]:
    for file in task.files:
        for number, read in enumerate(_read_file(file, options)):
            if number % task.shares == task.share:
                yield read


def _read_file(file: InputFile, options: Options) -> Iterator[Report | ReportError]:
    try:
        yield from read_reports(file, size_limit=options.max_chars)
    except Exception as error:
        # Readers raise nothing by their contract; the libraries below them may.
        yield failure(file.source, "text", Errors.E503, error)


def _guarded(nlp: "Language", read: Report | ReportError) -> Extraction | ReportError:
    if isinstance(read, ReportError):
        return read
    try:
        return extract_report(nlp, read)
    except Exception as error:
        return failure(read.source, "extract", Errors.E504, error)


def _rows(found: list[Extraction | ReportError], options: Options) -> Tables:
    try:
        return _build(found, options)
    except Exception:
        # One value that fits no column spoils the batch: find the report it came from.
        return _build([_fitting(item, options) for item in found], options)


def _fitting(item: Extraction | ReportError, options: Options) -> Extraction | ReportError:
    try:
        _build([item], options)
    except Exception as error:
        source = item.source if isinstance(item, ReportError) else item.report.source
        return failure(_writable(source), "records", Errors.E506, error)
    return item


def _build(found: list[Extraction | ReportError], options: Options) -> Tables:
    return build_tables(
        [item for item in found if isinstance(item, Extraction)],
        [item for item in found if isinstance(item, ReportError)],
        keep_text=options.keep_text,
    )


def _writable(source: str) -> str:
    """Write out half surrogate pairs, which no UTF-8 file can hold."""
    return source.encode("utf-8", "backslashreplace").decode()
