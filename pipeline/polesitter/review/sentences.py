"""The sentence around some words."""

from bisect import bisect_right
from dataclasses import dataclass

from polesitter.text.layout import find_passages

AROUND = 80
"""Code points shown either side of words that stand in no sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text: 0-based, half-open code points."""

    start: int
    end: int
    text: str


class Sentences:
    """The sentences, headings and table rows of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.passages = find_passages(text)
        self.starts = [passage.start for passage in self.passages]

    def around(self, start: int, end: int) -> Sentence:
        """Return the sentence that holds the words from `start` to `end`."""
        number = bisect_right(self.starts, start) - 1
        if number >= 0 and self.passages[number].end >= end:
            passage = self.passages[number]
            return self._cut(passage.start, passage.end)
        return self._cut(max(0, start - AROUND), min(len(self.text), end + AROUND))

    def _cut(self, start: int, end: int) -> Sentence:
        return Sentence(start, end, self.text[start:end])
