"""Stages that read batches: all documents of a batch before the next stage has any."""

from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import raise_error

from polesitter.text.batch_size import BATCH
from polesitter.text.batches import ByBatch

nlp = spacy.blank("en")


class Stage(ByBatch):
    """Notes what it reads, and fails on "crash"."""

    def __init__(self, name: str, seen: list[str]) -> None:
        self.name = name
        self.seen = seen

    def __call__(self, doc: Doc) -> Doc:
        if doc.text == "crash":
            raise ValueError(doc.text)
        self.seen.append(f"{self.name} {doc.text}")
        return doc


def read(texts: list[str], batch_size: int) -> list[str]:
    """What two stages saw, in order."""
    seen: list[str] = []
    docs = Stage("b", seen).pipe(
        Stage("a", seen).pipe(map(nlp, texts), batch_size=batch_size), batch_size=batch_size
    )
    assert [doc.text for doc in docs] == texts
    return seen


def test_each_stage_reads_a_batch_before_the_next() -> None:
    assert read(["x", "y", "z"], 2) == ["a x", "a y", "b x", "b y", "a z", "b z"]


def test_no_batch_is_longer_than_what_stages_keep_for_each_other() -> None:
    seen = read([str(number) for number in range(BATCH + 1)], 10 * BATCH)
    assert seen.index("b 0") == BATCH


def test_a_document_that_fails_goes_to_the_error_handler() -> None:
    stage = Stage("a", [])
    failed: list[str] = []

    def note(name: str, _: object, docs: list[Doc], error: Exception) -> None:
        failed.append(f"{name} {docs[0].text} {error!r}")

    assert stage.get_error_handler() is raise_error
    stage.set_error_handler(note)
    assert [doc.text for doc in stage.pipe(map(nlp, ["x", "crash", "y"]))] == ["x", "y"]
    assert failed == ["a crash ValueError('crash')"]


def test_the_handler_of_the_pipeline_reaches_its_stages() -> None:
    @Language.factory("test_stage")
    def make_stage(nlp: Language, name: str) -> Stage:
        return Stage(name, [])

    pipeline = spacy.blank("en")
    pipeline.add_pipe("test_stage")
    failed: list[str] = []

    def note(name: str, stage: object, docs: list[Doc], error: Exception) -> Any:
        failed.append(docs[0].text)

    pipeline.set_error_handler(note)
    assert [doc.text for doc in pipeline.pipe(["x", "crash"])] == ["x"]
    assert failed == ["crash"]
