"""What patterns/ should take in from articles that nobody annotated, the best first."""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polesitter.learn.suggest.known import Known
from polesitter.learn.suggest.name_suggestions import name_suggestions
from polesitter.learn.suggest.phrasebook import Phrasebook
from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.learn.suggest.sample_sentence import Encode
from polesitter.learn.suggest.suggestion import Suggestion, by_gain
from polesitter.learn.suggest.wording_suggestions import wording_suggestions
from polesitter.types import Report

if TYPE_CHECKING:
    from spacy.language import Language


def suggest(
    nlp: "Language",
    reports: Iterable[Report],
    patterns: Path,
    encode: Encode,
    rejected: Container[str] = frozenset(),
) -> list[Suggestion]:
    """Suggestions from some articles, most cells gained first; those `rejected` by id left out.

    `patterns`: the folder as it stands; what it has and the model does not know yet is not
    suggested again. `encode`: a sentence by itself as elements. The pipeline is left as it
    is. Raises PolesitterError (E301 to E317) where the folder cannot be read.
    """
    book, known = Phrasebook(patterns), Known(patterns)
    relations: Any = dict(nlp.pipeline).get("relations")
    reader = Reader(nlp, book.beyond(relations.rules) if relations is not None else None)
    readings = list(_qualifying(reader, reports))
    found = [
        *name_suggestions(reader, readings, book.rules, known),
        *wording_suggestions(reader, readings, book, encode),
    ]
    return sorted((one for one in found if one.id not in rejected), key=by_gain)


def _qualifying(reader: Reader, reports: Iterable[Report]) -> Iterator[Reading]:
    for report in reports:
        reading = reader(report)
        if reading.qualifying:
            yield reading
