"""Annotated reports as spaCy examples, for `spacy train` and `spacy evaluate`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.learn.corpus import GoldReport, read_gold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

Reader = Callable[["Language"], Iterator["Example"]]


def make_marked_corpus(path: Path) -> Reader:
    """Return a reader of the folder of annotated reports `path`.

    It yields one example per report, sorted by id: the tokens of the pipeline, the
    marks as `ents`. Raises what read_gold raises.
    """

    def read(nlp: "Language") -> Iterator["Example"]:
        for gold in read_gold([Path(path)]):
            yield _example(nlp, gold)

    return read


def _example(nlp: "Language", gold: GoldReport) -> "Example":
    from spacy.training import Example
    from spacy.util import filter_spans

    doc = nlp.make_doc(gold.text)
    reference = nlp.make_doc(gold.text)
    # A mark that cuts a token in two is widened to it, or the whole report would be lost.
    spans = [
        reference.char_span(mark.start, mark.end, mark.label, alignment_mode="expand")
        for mark in gold.marks
    ]
    reference.ents = tuple(filter_spans([span for span in spans if span is not None]))
    return Example(doc, reference)
