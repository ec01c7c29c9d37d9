"""Annotated reports as spaCy examples, and back."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.docbin import doc_of, sheet_of
from polesitter.learn.exchange.item import UnfitError, gold_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example


def examples_of(nlp: "Language", golds: Iterable[GoldReport]) -> Iterator["Example"]:
    """Yield one example per report: the pipeline's tokens, and the reference a DocBin would hold.

    Raises PolesitterError where a mark begins or ends with a space.
    """
    from spacy.training import Example

    for gold in golds:
        try:
            reference = doc_of(nlp, gold)
        except UnfitError as error:
            raise _unfit(gold.id, error) from error
        yield Example(nlp.make_doc(gold.text), reference)


def gold_of_reference(reference: "Doc") -> GoldReport:
    """Return the report that a reference tells of; a foreign one gets an id by its text.

    Raises PolesitterError where its entities are none of ours.
    """
    spare_id = f"foreign-{crc32(reference.text.encode('utf-8')):08x}"
    try:
        return gold_of(sheet_of(reference, spare_id))
    except UnfitError as error:
        raise _unfit(spare_id, error) from error


def _unfit(report: str, error: UnfitError) -> PolesitterError:
    place = "" if error.offset is None else f" at code point {error.offset}"
    return PolesitterError(Errors.E611.format(report=report, place=place, reason=error.reason))
