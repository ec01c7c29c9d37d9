"""The spaCy component that finds names no pattern knows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import ensure_path

from polesitter.entities.candidate import Candidate
from polesitter.entities.learned.classifier import CLASSES, Choice, NameModel
from polesitter.entities.learned.page import LEARNED
from polesitter.entities.learned.scoring import score_learned
from polesitter.entities.learned.teaching import Teaching
from polesitter.entities.proposed import SCORES, propose
from polesitter.text.batches import ByBatch
from polesitter.text.words import tokens_of
from polesitter.types import Mention

if TYPE_CHECKING:
    from spacy.training import Example

AT_ONCE = 4096
"""Tokens that are looked at together: the tables of many more leave the processor's cache."""
MODEL_FILE = "names.msgpack"
SCORE_WEIGHTS = {"learned_f": 1.0, "learned_p": 0.0, "learned_r": 0.0, "learned_per_type": None}


@Language.factory(
    "polesitter_learned_names", assigns=["doc.spans"], default_score_weights=SCORE_WEIGHTS
)
def make_learned_names(nlp: Language, name: str) -> "LearnedNames":
    """Return the component with an empty model, to be trained or read from disk."""
    return LearnedNames(name)


class LearnedNames(ByBatch):
    """Finds drivers, teams, tracks, events, series, cars and classes by context and shape.

    Reads the candidates that earlier components found, and adds its own to
    `doc.spans["candidates"]` (`span.id_` is "learned.names"); their probabilities
    stand in `doc.user_data["learned"]` by "start:end:LABEL", in code points.

    It trains as spaCy's own components do: `initialize`, then `update` with examples
    in any order and any batches, then `finish_update`, which learns from all of them.
    """

    is_trainable = True

    def __init__(self, name: str = "learned_names", *, model: NameModel | None = None) -> None:
        """Take the name of the pipe, and the trained model if there is one."""
        self.name = name
        self.model = model if model is not None else NameModel()
        self.teaching: Teaching | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it gives."""
        return CLASSES[1:]

    def find(self, doc: Doc) -> list[Mention]:
        """Return the names of a document, by start; the document is left as it is."""
        mentions = []
        for start, end, label, score in self.model.choose([doc])[0]:
            span = doc[start:end]
            mentions.append(
                Mention(span.start_char, span.end_char, span.text, label, rule=LEARNED, score=score)
            )
        return mentions

    def __call__(self, doc: Doc) -> Doc:
        """Add the names found to the candidates of a document."""
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def predict(self, docs: Iterable[Doc]) -> list[list[Choice]]:
        """Return (start token, end token, label, probability) of each name of each document."""
        return [chosen for few in _few_at_once(docs) for chosen in self.model.choose(few)]

    def read_all(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Read the documents of a batch, several at once; one by one where any of them fails."""
        try:
            choices = self.predict(docs)
        except Exception:
            yield from super().read_all(docs)
            return
        for doc, chosen in zip(docs, choices, strict=True):
            self.set_annotations([doc], [chosen])
            yield doc

    def set_annotations(self, docs: Iterable[Doc], choices: Iterable[Sequence[Choice]]) -> None:
        """Add what `predict` returned to the candidates of the documents."""
        for doc, chosen in zip(docs, choices, strict=True):
            _add(doc, chosen)

    def initialize(
        self,
        get_examples: Callable[[], Iterable["Example"]],
        *,
        nlp: Language | None = None,
        teacher: Callable[..., Any] | None = None,
    ) -> None:
        """Forget what was learned, and take who is to teach.

        `teacher`: a Teacher, from the config's [initialize.components.learned_names.teacher];
        without one the component can be initialised, but not taught.
        """
        self.model = NameModel()
        self.teaching = Teaching(teacher, nlp) if teacher is not None and nlp is not None else None

    def update(
        self,
        examples: Iterable["Example"],
        *,
        drop: float = 0.0,
        sgd: Any = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Take in examples; `finish_update` learns from them, and so does this if given `sgd`.

        The weights of all features are fitted together, so there is nothing to learn
        from one batch alone, no loss of it, and nothing to drop.

        Raises PolesitterError where the component was not initialised with a teacher.
        """
        Teaching.of(self.teaching).take(examples)
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        if sgd not in (None, False):
            self.finish_update(sgd)
        return losses

    def finish_update(self, sgd: Any = None) -> None:
        """Learn anew from every example taken in since `initialize`; `sgd` is not used."""
        teaching = Teaching.of(self.teaching)
        if teaching.is_news:
            self.model = teaching.teach()

    def score(self, examples: Iterable["Example"], **_: Any) -> dict[str, Any]:
        """Score what this component found, whatever others found, against the names marked."""
        return score_learned(examples)

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy needs: not the lessons, which hold the whole pipeline."""
        return {**self.__dict__, "teaching": None}

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
        file = ensure_path(path) / MODEL_FILE
        self.model = NameModel().from_bytes(file.read_bytes(), str(file))
        return self


def _few_at_once(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Documents as many at once as have AT_ONCE tokens together, or one that has more."""
    few: list[Doc] = []
    count = 0
    for doc in docs:
        if few and count + len(doc) > AT_ONCE:
            yield few
            few, count = [], 0
        few.append(doc)
        count += len(doc)
    if few:
        yield few


def _add(doc: Doc, chosen: Sequence[Choice]) -> None:
    numbers = {text: doc.vocab.strings.add(text) for text in (LEARNED, *CLASSES)}
    tokens = tokens_of(doc)
    begins, stops = tokens.begins, tokens.stops
    rows = [
        Candidate(start, end, begins[start], stops[end - 1], label, LEARNED, round(score, 4))
        for start, end, label, score in chosen
    ]
    spans = [
        Span(doc, start, end, label=numbers[label], span_id=numbers[LEARNED])
        for start, end, label, _ in chosen
    ]
    propose(doc, spans, rows)
    doc.user_data[SCORES] = {
        f"{start}:{end}:{label}": score for _, _, start, end, label, _, score in rows
    }
