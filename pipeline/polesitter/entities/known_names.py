"""The pipeline component that finds the names of patterns/entities."""

from itertools import chain
from typing import Any

from spacy.language import Language
from spacy.pipeline import SpanRuler
from spacy.tokens import Doc, Span

CANDIDATES = "candidates"


@Language.factory("polesitter_names", assigns=["doc.spans"])
def make_known_names(nlp: Language, name: str) -> "KnownNames":
    """Build the component without patterns; it has no settings."""
    return KnownNames(nlp, name)


class KnownNames(SpanRuler):
    """spaCy's SpanRuler on `doc.spans["candidates"]`: same patterns, same files, same spans.

    It differs in what it costs. Patterns are made by the tokenizer alone, where
    SpanRuler runs every component that stands before it on each of them; and matches
    are told apart and put in order before they become Spans.
    """

    def __init__(self, nlp: Language, name: str = "names") -> None:
        # Set before the base class asks for a clean start, which sets it again.
        self._numbers: dict[int, tuple[int, int]] = {}
        super().__init__(nlp, name, spans_key=CANDIDATES, overwrite=False, scorer=None)

    def clear(self) -> None:
        """Forget all patterns."""
        super().clear()
        self._numbers.clear()

    def add_patterns(self, patterns: list[dict[str, Any]]) -> None:
        """Add patterns in the EntityRuler format: "label", "pattern" and, if need be, "id"."""
        with self.nlp.select_pipes(enable=[]):
            super().add_patterns(patterns)
        # Added now, because what is added while a report is read may be forgotten after it.
        add = self.nlp.vocab.strings.add
        for key, told in self._match_label_id_map.items():
            if key not in self._numbers:
                self._numbers[key] = (add(told["label"]), add(told["id"]))

    def match(self, doc: Doc) -> list[Span]:
        """Return the names found, each once, in the order in which Spans compare."""
        matchers = (matcher for matcher in (self.matcher, self.phrase_matcher) if len(matcher))
        found = {
            (start, end, *self._numbers[key])
            for key, start, end in chain.from_iterable(matcher(doc) for matcher in matchers)
        }
        return [
            Span(doc, start, end, label=label, span_id=number)
            for start, end, label, number in sorted(found)
        ]
