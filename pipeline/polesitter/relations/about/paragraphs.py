"""What is spoken of around a sentence: in its paragraph, before and after it.

A place in a paragraph of restarts and podiums is one of a race, though its own sentence says
no more than "third". So the kinds of words of the paragraph and of both neighbours speak for
or against a record.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Part, plain

QUALIFYING: Final = ("qual", "start", "pole", "grid", "fast")
"""Kinds of words that tell of qualifying; see `Frame.kinds`."""
MOST_TOLD, LAST_PLACE, LAST_PARAGRAPH = 3, 4, 6
"""Beyond these numbers tell the same: of sentences, of the place in a paragraph, of its own."""


class Paragraphs:
    """The sentences of a report by their paragraphs, with the kinds of words of each."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.frames = frames
        self.kinds = [frame.kinds for frame in frames]
        self.first: dict[int, int] = {}
        """Paragraph -> its first sentence."""
        self.told: dict[int, Counter[str]] = {}
        """Paragraph -> in how many of its sentences each kind of words stands."""
        for number, frame in enumerate(frames):
            paragraph = frame.sentence.paragraph
            self.first.setdefault(paragraph, number)
            self.told.setdefault(paragraph, Counter()).update(self.kinds[number])
        self._parts: dict[int, Part] = {}

    def part(self, number: int) -> Part:
        """What is spoken of around a sentence; most tell of several competitors."""
        if number not in self._parts:
            self._parts[number] = plain(*self._signs(number))
        return self._parts[number]

    def _signs(self, number: int) -> Iterator[str]:
        paragraph = self.frames[number].sentence.paragraph
        told = self.told[paragraph]
        yield from (f"par:{kind}" for kind in sorted(told))
        race, qualifying = told["race"], sum(told[kind] for kind in QUALIFYING)
        yield f"par race:{min(race, MOST_TOLD)} q:{min(qualifying, MOST_TOLD)}"
        yield f"par at:{min(number - self.first[paragraph], LAST_PLACE)}"
        yield f"par no:{min(paragraph, LAST_PARAGRAPH)}"
        for side, beside in (("prev", number - 1), ("next", number + 1)):
            if 0 <= beside < len(self.kinds):
                yield from (f"{side}:{kind}" for kind in sorted(self.kinds[beside]))


def first_told(frames: Sequence[Frame], head_of: Mapping[int, str]) -> dict[str, int]:
    """Competitor -> the first sentence that names it; see `View.head_of`."""
    first: dict[str, int] = {}
    for number, frame in enumerate(frames):
        for at in frame.heads:
            first.setdefault(head_of[frame.sentence.items[at].mention], number)
    return first
