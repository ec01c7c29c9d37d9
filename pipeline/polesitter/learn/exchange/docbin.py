"""spaCy DocBin: one `.spacy` file, for `spacy train`, `spacy evaluate` and notebooks.

Marks are `doc.ents`, entity ids their `ent_id_`, the rest lies in
`doc.user_data["report"]`. Tokens are those of the pipeline, cut where a mark cuts them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, gold_of, span_of
from polesitter.text.plain import Mark

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_ID")
"""What is kept of a token; spaCy's own list leaves ENT_ID out."""

KEPT = "report"
"""The key of user_data under which id, session and records lie."""


def write_docbin(reports: Iterable[GoldReport], path: Path) -> list[Item]:
    """Write one document per report; return those with a mark that begins or ends with a space."""
    from spacy.tokens import DocBin

    nlp = _blank()
    found = DocBin(ATTRIBUTES, store_user_data=True)
    aside: list[Item] = []
    for report in reports:
        try:
            found.add(doc_of(nlp, report))
        except UnfitError as error:
            aside.append(error.at(report.id))
    found.to_disk(path)
    return aside


def doc_of(nlp: "Language", report: GoldReport) -> "Doc":
    """Return a report as a document whose tokens end where its marks do.

    Raises UnfitError where a mark begins or ends with a space, which no token does.
    """
    from spacy.tokens import Doc

    cuts = {bound for mark in report.marks for bound in (mark.start, mark.end)}
    words: list[str] = []
    spaces: list[bool] = []
    for token in nlp.make_doc(report.text):
        start, word = token.idx, token.text
        inner = [place for place in range(1, len(word)) if start + place in cuts]
        bounds = [0, *inner, len(word)]
        words += [word[bounds[i] : bounds[i + 1]] for i in range(len(bounds) - 1)]
        spaces += [False] * len(inner) + [bool(token.whitespace_)]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.set_ents([_span(doc, mark) for mark in report.marks])
    kept = {"id": report.id, "session": report.session, "records": list(report.records)}
    doc.user_data[KEPT] = kept
    return doc


def read_docbin(path: Path) -> Iterator[Item]:
    """Yield the reports of a .spacy file, or why they were set aside; lines are document numbers.

    A file that is no DocBin is set aside whole.
    """
    from spacy.tokens import DocBin

    nlp = _blank()
    try:
        docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    except Exception as error:  # zlib, msgpack and spaCy each have their own
        yield UnfitError(Errors.E642.format(detail=error)).at(path.name)
        return
    for number, doc in enumerate(docs, start=1):
        try:
            yield gold_of(sheet_of(doc, f"{path.stem}-{number:04}"))
        except UnfitError as error:
            yield error.at(path.name, number)


def _span(doc: "Doc", mark: Mark) -> "Span":
    span = doc.char_span(mark.start, mark.end, mark.label, span_id=mark.id or 0)
    if span is None or span.text != span.text.strip():
        raise UnfitError(Errors.E640, mark.start)
    return span


def sheet_of(doc: "Doc", spare_id: str) -> Sheet:
    """Return what a document tells; `spare_id` is for one that does not tell its id."""
    kept: Any = doc.user_data.get(KEPT)
    if not isinstance(kept, dict):
        kept = {}
    return Sheet(
        id=kept.get("id", spare_id),
        text=doc.text,
        spans=[
            span_of(ent.start_char, ent.end_char, ent.label_, ent.ent_id_ or None)
            for ent in doc.ents
        ],
        session=kept.get("session"),
        records=kept.get("records"),
    )


@cache
def _blank() -> "Language":
    import spacy

    from polesitter.entities.tokenizer import make_tokenizer

    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer()(nlp)
    return nlp
