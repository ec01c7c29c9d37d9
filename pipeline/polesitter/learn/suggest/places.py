"""Places in articles, gathered under what they call for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from polesitter.learn.suggest.reading import Reading
from polesitter.learn.suggest.suggestion import EXAMPLES, Example
from polesitter.relations.reading.view import Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Some words of a sentence of an article: code points [start, end) of its cleaned text."""

    reading: Reading
    sentence: Sentence
    start: int
    end: int

    def example(self) -> Example:
        """The place as it is shown."""
        text = self.reading.view.text
        return Example(
            self.reading.report.source,
            self.reading.line_of(self.start),
            plain_line(text[self.sentence.start : self.sentence.end]),
            plain_line(text[self.start : self.end]),
        )


def examples_of(places: Sequence[Place]) -> tuple[Example, ...]:
    """The first examples, one per sentence."""
    shown: dict[tuple[str, str], Example] = {}
    for place in places:
        example = place.example()
        shown.setdefault((example.source, example.sentence), example)
        if len(shown) == EXAMPLES:
            break
    return tuple(shown.values())


def readings_of(places: Iterable[Place]) -> list[Reading]:
    """The articles of the places, each once, in order."""
    return list({place.reading.report.source: place.reading for place in places}.values())


def plain_line(text: str) -> str:
    """A text on one line with single spaces."""
    return " ".join(text.split())
