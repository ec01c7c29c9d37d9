"""Reports read together, through one stage of the pipeline after the other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from polesitter.errors import Errors, PolesitterError
from polesitter.records.extraction import Extraction
from polesitter.run.model import version_of
from polesitter.run.original import Original
from polesitter.text.batch_size import BATCH
from polesitter.text.clean import Cleaned, clean
from polesitter.types import Report, ReportError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST_CHARS: Final = 100_000
"""Code points from which on no further report joins those that are read together."""


def groups(reads: Iterable[Report | ReportError]) -> Iterator[list[Report | ReportError]]:
    """Yield what was read in groups to be read together, in order."""
    group: list[Report | ReportError] = []
    chars = 0
    for read in reads:
        group.append(read)
        chars += len(read.text) if isinstance(read, Report) else 0
        if len(group) == BATCH or chars >= MOST_CHARS:
            yield group
            group, chars = [], 0
    if group:
        yield group


def extract_report(nlp: "Language", report: Report) -> Extraction:
    """Run the pipeline on one report.

    Offsets in the answer are those of `report.text`, though the pipeline reads the
    cleaned text. Raises whatever a component raises.
    """
    cleaned = clean(report.text)
    return _told(nlp, report, cleaned, nlp(_unread(nlp, report, cleaned)))


def extract_reports(nlp: "Language", reports: Sequence[Report]) -> list[Extraction]:
    """Run the pipeline on all reports, with the answers that `extract_report` gives.

    Raises whatever a component raises on the first report that fails, and ValueError
    where one gets lost on the way.
    """
    cleaned = [clean(report.text) for report in reports]
    unread = [_unread(nlp, *both) for both in zip(reports, cleaned, strict=True)]
    docs = nlp.pipe(unread, batch_size=BATCH)
    return [_told(nlp, *each) for each in zip(reports, cleaned, docs, strict=True)]


def _unread(nlp: "Language", report: Report, cleaned: Cleaned) -> "Doc":
    if "records" not in getattr(nlp, "pipe_names", ("records",)):
        raise PolesitterError(Errors.E509.format(model=version_of(nlp)))
    # A last line end or none must make no difference, and tokens at the end see it.
    text = cleaned.text if cleaned.text.endswith("\n") else f"{cleaned.text}\n"
    doc = nlp.make_doc(text)
    # Components read the day of publication from here: "Saturday" is a date only with it.
    doc.user_data["published"] = report.published.isoformat() if report.published else None
    return doc


def _told(nlp: "Language", report: Report, cleaned: Cleaned, doc: "Doc") -> Extraction:
    original = Original(report.text, cleaned)
    return Extraction(
        report=report,
        model=version_of(nlp),
        qualifying=float(doc._.qualifying),
        session=original.session(doc._.session),
        results=tuple(original.result(result) for result in doc._.results),
        mentions=tuple(original.mention(mention) for mention in doc._.mentions),
        relations=tuple(doc._.relations),
    )
