"""The pipeline component that notes a report's layout."""

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from polesitter.text.batches import ByBatch
from polesitter.text.layout import KINDS, Passage, find_passages
from polesitter.text.words import TEXT, Offsets, bounds_of, text_of

PASSAGES = "passages"
"""Key of `doc.user_data`: a list of [start, end, kind, paragraph], code points of the text."""


@Language.factory("polesitter_layout", assigns=["doc.spans", "token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> "Layout":
    """Build the component; it has no settings."""
    return Layout(name)


class Layout(ByBatch):
    """Sentences, headings and table rows, as `doc.spans["sections"]` and sentence starts."""

    def __init__(self, name: str = "layout") -> None:
        self.name = name

    def find(self, doc: Doc) -> list[Passage]:
        """The passages of `doc.text` in reading order."""
        return find_passages(text_of(doc))

    def __call__(self, doc: Doc) -> Doc:
        """Note the passages of a document and return it."""
        doc.user_data[TEXT] = _own_text(doc)
        passages = self.find(doc)
        doc.user_data[PASSAGES] = [list(passage) for passage in passages]
        offsets, _ = bounds_of(doc)
        starts = np.array([passage.start for passage in passages], dtype=np.int64)
        ends = np.array([passage.end for passage in passages], dtype=np.int64)
        # The token that holds the first code point, and the one after that with the last.
        first = offsets.searchsorted(starts, side="right") - 1
        last = offsets.searchsorted(ends, side="left")
        _start_sentences(doc, first[offsets[first] == starts])
        labels = [doc.vocab.strings.add(kind) for kind in KINDS]
        label_of = dict(zip(KINDS, labels, strict=True))
        bounds = zip(first.tolist(), last.tolist(), passages, strict=True)
        spans = [Span(doc, start, end, label=label_of[p.kind]) for start, end, p in bounds]
        doc.spans["sections"] = SpanGroup(doc, name="sections", spans=spans)
        return doc


def _own_text(doc: Doc) -> str:
    """The text of a document, as noted, unless the note belongs to one it was cut from."""
    noted = text_of(doc)
    length = doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
    return noted if len(noted) == length else str(doc.text)


def _start_sentences(doc: Doc, starts: Offsets) -> None:
    """Have sentences start at the first token and at those numbered in `starts`."""
    if not len(doc):
        return
    # In one array, because setting Token.is_sent_start searches the document each time;
    # spaCy takes unsigned numbers and reads the -1 of "no start" out of them.
    signs = np.full(len(doc), -1, dtype=np.int64)
    signs[0] = 1
    signs[starts] = 1
    doc.from_array([SENT_START], signs.view(np.uint64))  # type: ignore[arg-type]


def passages_of(doc: Doc) -> list[Passage]:
    """The passages the layout component noted."""
    return [Passage(*row) for row in doc.user_data.get(PASSAGES, [])]
