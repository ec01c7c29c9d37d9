"""The patterns folder that a command works on, and sentences read as its check reads them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from spacy.language import Language

    from polesitter.learn.suggest.admit import Added
    from polesitter.learn.suggest.sample_sentence import Encode

PatternsFolder = Annotated[
    Path | None,
    typer.Option(
        "--patterns",
        metavar="DIR",
        help="A patterns folder; the one of polesitter if left out.",
        show_default=False,
    ),
]


def chosen_folder(folder: Path | None) -> Path:
    """Return the folder asked for, else that of polesitter. Raises PolesitterError (E709)."""
    from polesitter.review.pattern_places import ENTITIES, RELATIONS, patterns_folder

    chosen = folder or patterns_folder()
    if chosen is None or not any((chosen / kind).is_dir() for kind in (ENTITIES, RELATIONS)):
        raise PolesitterError(Errors.E709.format(path=chosen or Path("patterns")))
    return chosen


def sentence_reader(nlp: "Language") -> "Encode":
    """Return what turns a sentence by itself into words and slots, as `patterns check` does."""
    from polesitter.review.pattern_check import encode_example

    return partial(encode_example, nlp)


def told(folder: Path, added: "Added") -> str:
    """Return where a line was written and what it says, in one line."""
    from polesitter.learn.suggest.pattern_files import written

    return f"{folder}/{added.file}:{added.line}: {written(added.entry)}"
