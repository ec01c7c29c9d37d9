"""The pipeline component that notes a report's layout."""

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from polesitter.text.layout import Passage, find_passages
from polesitter.text.words import TEXT, text_of

PASSAGES = "passages"
"""Key of `doc.user_data`: a list of [start, end, kind, paragraph], code points of the text."""


@Language.factory("polesitter_layout", assigns=["doc.spans", "token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> "Layout":
    """Build the component; it has no settings."""
    return Layout(name)


class Layout:
    """Sentences, headings and table rows, as `doc.spans["sections"]` and sentence starts."""

    def __init__(self, name: str = "layout") -> None:
        self.name = name

    def find(self, doc: Doc) -> list[Passage]:
        """The passages of `doc.text` in reading order."""
        return find_passages(text_of(doc))

    def __call__(self, doc: Doc) -> Doc:
        """Note the passages of a document and return it."""
        doc.user_data[TEXT] = doc.text
        passages = self.find(doc)
        doc.user_data[PASSAGES] = [[p.start, p.end, p.kind, p.paragraph] for p in passages]
        offsets = doc.to_array(IDX)
        starts = np.array([passage.start for passage in passages], dtype=offsets.dtype)
        _start_sentences(doc, np.isin(offsets, starts))
        # The token that holds the first code point, and the one after that with the last.
        first = np.searchsorted(offsets, starts, side="right") - 1
        ends = np.array([passage.end for passage in passages], dtype=offsets.dtype)
        last = np.searchsorted(offsets, ends, side="left")
        bounds = zip(first.tolist(), last.tolist(), passages, strict=True)
        spans = [Span(doc, start, end, label=passage.kind) for start, end, passage in bounds]
        doc.spans["sections"] = SpanGroup(doc, name="sections", spans=spans)
        return doc


def _start_sentences(doc: Doc, starts: NDArray[np.bool_]) -> None:
    """Have sentences start at the first token and where `starts` is true."""
    if not len(starts):
        return
    starts[0] = True
    # In one array, because setting Token.is_sent_start searches the document each time;
    # spaCy takes unsigned numbers and reads the -1 of "no start" out of them.
    signs = np.where(starts, 1, -1).astype(np.int64).view(np.uint64)
    doc.from_array([SENT_START], signs)  # type: ignore[arg-type]


def passages_of(doc: Doc) -> list[Passage]:
    """The passages the layout component noted."""
    return [Passage(start, end, kind, paragraph) for start, end, kind, paragraph in
            doc.user_data.get(PASSAGES, [])]  # fmt: skip
