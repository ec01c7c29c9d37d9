"""Training by spaCy's protocol: what update takes in, what finish_update makes of it."""

import pickle
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.ty import InitializableComponent, TrainableComponent

from polesitter.entities.learned.classifier import CLASSES, NameModel
from polesitter.entities.learned.component import LearnedNames
from polesitter.errors import PolesitterError

NLP = spacy.blank("en")


class Counting:
    """A teacher whose model tells how many examples it was taught."""

    def __init__(self) -> None:
        self.lessons: list[list[str]] = []

    def __call__(self, examples: Sequence[Example], nlp: Language) -> NameModel:
        self.lessons.append(sorted(example.reference.text for example in examples))
        weights = np.full((1, len(CLASSES)), len(examples), dtype=np.float32)
        return NameModel(weights=weights)


def example(text: str) -> Example:
    return Example(NLP.make_doc(text), NLP.make_doc(text))


def taught(pipe: LearnedNames) -> int:
    """The number of examples behind the model of a pipe that Counting teaches."""
    return int(pipe.model.weights[0, 0]) if len(pipe.model.weights) else 0


@pytest.fixture
def teacher() -> Counting:
    return Counting()


@pytest.fixture
def pipe(teacher: Counting) -> LearnedNames:
    pipe = LearnedNames()
    pipe.initialize(list, nlp=NLP, teacher=teacher)
    return pipe


def test_spacy_takes_it_for_a_trainable_component() -> None:
    assert isinstance(LearnedNames(), TrainableComponent)
    assert isinstance(LearnedNames(), InitializableComponent)


def test_batches_are_learned_from_together(pipe: LearnedNames, teacher: Counting) -> None:
    pipe.update([example("a"), example("b")])
    assert taught(pipe) == 0
    pipe.finish_update()
    assert taught(pipe) == 2
    pipe.update([example("c")], sgd=object())
    assert taught(pipe) == 3
    assert teacher.lessons[-1] == ["a", "b", "c"]


def test_a_second_epoch_teaches_nothing_new(pipe: LearnedNames, teacher: Counting) -> None:
    examples = [example("a"), example("b")]
    for _ in range(3):
        pipe.update(examples)
        pipe.finish_update()
    assert len(teacher.lessons) == 1


def test_a_report_annotated_anew_replaces_its_old_self(
    pipe: LearnedNames, teacher: Counting
) -> None:
    for _ in range(2):
        pipe.update([example("a")])
        pipe.finish_update()
    assert teacher.lessons == [["a"], ["a"]]


def test_initialize_forgets(pipe: LearnedNames, teacher: Counting) -> None:
    pipe.update([example("a")], sgd=object())
    pipe.initialize(list, nlp=NLP, teacher=teacher)
    assert taught(pipe) == 0
    pipe.update([example("b")], sgd=object())
    assert teacher.lessons[-1] == ["b"]


def test_losses_have_a_figure_for_the_pipe(pipe: LearnedNames) -> None:
    assert pipe.update([example("a")], losses={"other": 2.0}) == {"other": 2.0, pipe.name: 0.0}


@pytest.mark.parametrize("act", ["update", "finish_update"])
def test_without_a_teacher_nothing_is_taught(act: str) -> None:
    pipe = LearnedNames()
    pipe.initialize(list, nlp=NLP)
    with pytest.raises(PolesitterError, match="E211"):
        getattr(pipe, act)([example("a")])


def test_a_pipe_with_lessons_can_be_sent_to_a_worker(pipe: LearnedNames) -> None:
    pipe.update([example("a")], sgd=object())
    assert taught(pickle.loads(pickle.dumps(pipe))) == 1
    assert pipe.teaching is not None


def test_predict_leaves_documents_alone_and_set_annotations_writes(pipe: LearnedNames) -> None:
    docs = [NLP.make_doc("Ann Lee won"), NLP.make_doc("nobody did")]
    assert pipe.predict(docs) == [[], []]
    assert not docs[0].spans
    pipe.set_annotations(docs, [[(0, 2, "DRIVER", 0.9)], []])
    assert [(span.text, span.label_) for span in docs[0].spans["candidates"]] == [
        ("Ann Lee", "DRIVER")
    ]
    assert docs[0].user_data["learned"] == {"0:7:DRIVER": 0.9}
    assert docs[1].user_data["learned"] == {}


def marked(doc: Doc, spans: Sequence[tuple[int, int, str]]) -> Doc:
    doc.set_ents([Span(doc, start, end, label) for start, end, label in spans])
    return doc


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ([(0, 2, "DRIVER")], [(0, 2, "DRIVER")], 1.0, 1.0),
        ([(0, 2, "DRIVER")], [(0, 1, "DRIVER")], 0.0, 0.0),
        ([(0, 2, "DRIVER")], [(0, 2, "TEAM")], 0.0, 0.0),
        ([(0, 2, "DRIVER"), (4, 5, "TEAM")], [(0, 2, "DRIVER")], 1.0, 0.5),
        ([(0, 2, "DRIVER")], [(0, 2, "DRIVER"), (4, 5, "TEAM")], 0.5, 1.0),
        # A measure is no name, and learned_names does not look for it.
        ([(0, 2, "DRIVER"), (3, 4, "NUMBER")], [(0, 2, "DRIVER")], 1.0, 1.0),
    ],
)
def test_scores_are_of_the_names_it_found(
    pipe: LearnedNames, gold: Any, found: Any, precision: float, recall: float
) -> None:
    text = "Ann Lee of 7 Orbit won"
    predicted = NLP.make_doc(text)
    pipe.set_annotations([predicted], [[(*span, 0.9) for span in found]])
    # What another component found does not count.
    predicted.spans["candidates"].append(Span(predicted, 5, 6, "DRIVER", span_id="driver:won"))
    figures = pipe.score([Example(predicted, marked(NLP.make_doc(text), gold))])
    assert (figures["learned_p"], figures["learned_r"]) == (precision, recall)


def test_a_report_that_nobody_marked_is_not_scored(pipe: LearnedNames) -> None:
    predicted = NLP.make_doc("Ann Lee won")
    pipe.set_annotations([predicted], [[(0, 2, "DRIVER", 0.9)]])
    figures = pipe.score([Example(predicted, NLP.make_doc("Ann Lee won"))])
    assert figures["learned_f"] is None
