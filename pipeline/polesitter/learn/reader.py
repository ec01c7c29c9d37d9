"""Annotated reports as spaCy examples, for `spacy train` and `spacy evaluate`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.learn.corpus import read_gold
from polesitter.learn.examples import examples_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

Reader = Callable[["Language"], Iterator["Example"]]


def make_marked_corpus(path: Path) -> Reader:
    """Return a reader of the folder of annotated reports `path`.

    It yields one example per report, sorted by id, the same as from the DocBin that
    `polesitter corpus export` writes. Raises what read_gold and examples_of raise.
    """

    def read(nlp: "Language") -> Iterator["Example"]:
        yield from examples_of(nlp, read_gold([Path(path)]))

    return read
