"""The pipeline component that adds the measures of a text to the candidates."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from polesitter.entities.candidate import Candidate
from polesitter.entities.carried import Carried
from polesitter.entities.measures.find import find_measures
from polesitter.entities.proposed import FACTS, propose
from polesitter.entities.senses.sense import PLACE, Sense, by_rule, learned_sense
from polesitter.text.words import text_of, tokens_of
from polesitter.types import Mention


@Language.factory("polesitter_measures", assigns=["doc.spans"])
def make_measures(nlp: Language, name: str) -> "Measures":
    """Build the component; it has no settings."""
    return Measures(name)


class Measures(Carried):
    """Find speeds, gaps, lap times, numbers, positions, segments and dates.

    Each becomes a Span in `doc.spans["candidates"]`, and a dict in
    `doc.user_data["measures"]` under the key "start:end:label" (0-based, half-open
    code points of `doc.text`) that holds value, unit, approx, rule, start, end and
    label. Facts stand there, not on the Span, because two Spans with equal bounds
    share their attributes. `data["sense"]`: the model that tells places, once learned.
    """

    def __init__(self, name: str = "polesitter_measures") -> None:
        super().__init__(name)

    def prepare(self) -> None:
        """Make ready to tell places."""
        self.place_sense: Sense = learned_sense(self.data, PLACE) or by_rule

    def find(self, doc: Doc) -> list[Mention]:
        """The measures of `doc.text`, by start."""
        return find_measures(text_of(doc), self.place_sense)

    def __call__(self, doc: Doc) -> Doc:
        """Add the measures to `doc` and return it. A measure that no token bounds is left out."""
        facts = doc.user_data.setdefault(FACTS, {})
        spans: list[Span] = []
        places: list[tuple[int, int, str, str, float]] = []
        mentions = self.find(doc)
        for mention, span in zip(mentions, _spans(doc, mentions), strict=True):
            if span is None:
                continue
            spans.append(span)
            label, start, end = mention.label, span.start_char, span.end_char
            key = f"{start}:{end}:{label}"
            places.append((start, end, label, key, mention.score))
            facts[key] = {
                "value": mention.value,
                "unit": mention.unit,
                "approx": mention.approx,
                "rule": mention.rule,
                "start": start,
                "end": end,
                "label": label,
            }
        # Rules last: of two measures that are widened to one span the later stands.
        rows = [
            Candidate(span.start, span.end, start, end, label, facts[key]["rule"], score)
            for span, (start, end, label, key, score) in zip(spans, places, strict=True)
        ]
        propose(doc, spans, rows)
        return doc


def _spans(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Span | None]:
    """The span of each mention; one that tokens do not bound is widened to those that hold it."""
    tokens = tokens_of(doc)
    first = tokens.starts.searchsorted([mention.start for mention in mentions])
    last = tokens.ends.searchsorted([mention.end for mention in mentions])
    # A place past the last token, for mentions that start in it.
    begins, stops = [*tokens.begins, -1], [*tokens.stops, -1]
    for start, end, mention in zip(first.tolist(), last.tolist(), mentions, strict=True):
        if begins[start] == mention.start and stops[end] == mention.end:
            yield Span(doc, start, end + 1, label=mention.label)
        else:
            yield doc.char_span(
                mention.start, mention.end, label=mention.label, alignment_mode="expand"
            )
