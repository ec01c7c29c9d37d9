"""The pipeline component that adds the measures of a text to the candidates."""

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from polesitter.entities.measures.find import find_measures
from polesitter.types import Mention

SPANS_KEY = "candidates"
FACTS_KEY = "measures"


@Language.factory("polesitter_measures", assigns=["doc.spans"])
def make_measures(nlp: Language, name: str) -> "Measures":
    """Build the component; it has no settings."""
    return Measures(name)


class Measures:
    """Find speeds, gaps, lap times, numbers, positions, segments and dates.

    Each becomes a Span in `doc.spans["candidates"]`, and a dict in
    `doc.user_data["measures"]` under the key "start:end:label" (0-based, half-open
    code points of `doc.text`) that holds value, unit, approx, rule, start, end and
    label. Facts stand there, not on the Span, because two Spans with equal bounds
    share their attributes.
    """

    def __init__(self, name: str = "polesitter_measures") -> None:
        self.name = name

    def find(self, doc: Doc) -> list[Mention]:
        """The measures of `doc.text`, by start."""
        return find_measures(doc.text)

    def __call__(self, doc: Doc) -> Doc:
        """Add the measures to `doc` and return it. A measure that no token bounds is left out."""
        if SPANS_KEY not in doc.spans:
            doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY)
        group = doc.spans[SPANS_KEY]
        facts = doc.user_data.setdefault(FACTS_KEY, {})
        for mention in self.find(doc):
            span = _span(doc, mention)
            if span is None:
                continue
            group.append(span)
            key = f"{span.start_char}:{span.end_char}:{mention.label}"
            facts[key] = {
                "value": mention.value,
                "unit": mention.unit,
                "approx": mention.approx,
                "rule": mention.rule,
                "start": span.start_char,
                "end": span.end_char,
                "label": mention.label,
            }
        return doc


def _span(doc: Doc, mention: Mention) -> Span | None:
    span = doc.char_span(mention.start, mention.end, label=mention.label)
    if span is not None:
        return span
    return doc.char_span(mention.start, mention.end, label=mention.label, alignment_mode="expand")
