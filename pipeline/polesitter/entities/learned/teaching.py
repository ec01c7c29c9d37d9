"""Examples taken in batch by batch, and the teacher who makes a name model of them all."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from polesitter.entities.learned.classifier import NameModel
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example


class Teacher(Protocol):
    """Makes a name model; that of this project is learn.teacher.NameTeacher."""

    def __call__(self, examples: Sequence["Example"], nlp: "Language") -> NameModel:
        """Return a model learned from the examples' references, in whatever order they come.

        `nlp` is the pipeline that the component stands in: what stands before it may be run.
        """


class Teaching:
    """A teacher, the pipeline, and the examples so far: one for each text, the last of them.

    `is_news`: whether any has come since `teach` was last called.
    """

    def __init__(self, teacher: Teacher, nlp: "Language") -> None:
        self.teacher = teacher
        self.nlp = nlp
        self.is_news = False
        self._examples: dict[str, Example] = {}

    @staticmethod
    def of(teaching: "Teaching | None") -> "Teaching":
        """Return it; raises PolesitterError where there is none."""
        if teaching is None:
            raise PolesitterError(Errors.E211)
        return teaching

    def take(self, examples: Iterable["Example"]) -> None:
        """Take in examples; a second epoch brings nothing new."""
        for example in examples:
            text = example.reference.text
            known = self._examples.get(text)
            if known is None or known.reference is not example.reference:
                self._examples[text] = example
                self.is_news = True

    def teach(self) -> NameModel:
        """Return the model learned from all examples."""
        self.is_news = False
        return self.teacher(list(self._examples.values()), self.nlp)
