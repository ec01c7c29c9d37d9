"""The spaCy component that finds names no pattern knows."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import ensure_path

from polesitter.entities.learned.classifier import CLASSES, NameModel
from polesitter.entities.learned.page import CANDIDATES, LEARNED
from polesitter.types import Mention

MODEL_FILE = "names.msgpack"


@Language.factory("polesitter_learned_names", assigns=["doc.spans"])
def make_learned_names(nlp: Language, name: str) -> "LearnedNames":
    """Return the component with an empty model, to be trained or read from disk."""
    return LearnedNames(name)


class LearnedNames:
    """Finds drivers, teams, tracks, events, series, cars and classes by context and shape.

    Reads the candidates that earlier components found, and adds its own to
    `doc.spans["candidates"]` (`span.id_` is "learned.names"); their probabilities
    stand in `doc.user_data["learned"]` by "start:end:LABEL", in code points.
    """

    def __init__(self, name: str = "learned_names", *, model: NameModel | None = None) -> None:
        """Take the name of the pipe, and the trained model if there is one."""
        self.name = name
        self.model = model if model is not None else NameModel()

    def find(self, doc: Doc) -> list[Mention]:
        """Return the names of a document, by start; the document is left as it is."""
        mentions = []
        for start, end, label, score in self.model.choose(doc):
            span = doc[start:end]
            mentions.append(
                Mention(span.start_char, span.end_char, span.text, label, rule=LEARNED, score=score)
            )
        return mentions

    def __call__(self, doc: Doc) -> Doc:
        """Add the names found to the candidates of a document."""
        if CANDIDATES not in doc.spans:
            doc.spans[CANDIDATES] = SpanGroup(doc, name=CANDIDATES)
        group = doc.spans[CANDIDATES]
        numbers = {text: doc.vocab.strings.add(text) for text in (LEARNED, *CLASSES)}
        scores: dict[str, float] = {}
        for start, end, label, score in self.model.choose(doc):
            span = Span(doc, start, end, label=numbers[label], span_id=numbers[LEARNED])
            group.append(span)
            scores[f"{span.start_char}:{span.end_char}:{label}"] = round(score, 4)
        doc.user_data["learned"] = scores
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the model as bytes."""
        return self.model.to_bytes()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "LearnedNames":
        """Read the model from bytes, and return the component."""
        self.model = NameModel().from_bytes(data)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model into a folder."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MODEL_FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "LearnedNames":
        """Read the model from a folder, and return the component."""
        return self.from_bytes((ensure_path(path) / MODEL_FILE).read_bytes())
