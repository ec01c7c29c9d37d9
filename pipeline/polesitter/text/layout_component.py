"""The pipeline component that notes a report's layout."""

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from polesitter.text.layout import Passage, find_passages

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
        return find_passages(doc.text)

    def __call__(self, doc: Doc) -> Doc:
        """Note the passages of a document and return it."""
        passages = self.find(doc)
        doc.user_data[PASSAGES] = [[p.start, p.end, p.kind, p.paragraph] for p in passages]
        starts = {passage.start for passage in passages}
        for token in doc:
            token.is_sent_start = token.idx in starts or token.i == 0
        group = SpanGroup(doc, name="sections")
        for passage in passages:
            span = doc.char_span(
                passage.start, passage.end, label=passage.kind, alignment_mode="expand"
            )
            if span is not None:
                group.append(span)
        doc.spans["sections"] = group
        return doc


def passages_of(doc: Doc) -> list[Passage]:
    """The passages the layout component noted."""
    return [Passage(start, end, kind, paragraph) for start, end, kind, paragraph in
            doc.user_data.get(PASSAGES, [])]  # fmt: skip
