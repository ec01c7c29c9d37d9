"""Competitor and value in one sentence that no slot pattern pairs."""

from collections.abc import Iterator
from dataclasses import dataclass

from polesitter.learn.suggest.reading import Reading
from polesitter.relations.reading.view import Sentence
from polesitter.relations.slots import Element
from polesitter.relations.slots.elements import elements_of
from polesitter.relations.slots.hits import HEADS

MEASURES = ("POSITION", "LAPTIME", "SPEED", "GAP", "NUMBER", "SEGMENT")
TIES = ("TEAM", "CAR")
WIDEST = 14
"""Words and slots between a competitor and a value that still belong together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A driver's mention and a value's, by index in the article's view.

    `used`: whether the value stands in the results all the same.
    """

    reading: Reading
    sentence: Sentence
    driver: int
    value: int
    label: str
    used: bool

    @property
    def bounds(self) -> tuple[int, int]:
        """Code points [start, end) of the cleaned text from the one to the other."""
        mentions = self.reading.view.mentions
        ends = (mentions[self.driver], mentions[self.value])
        return min(one.start for one in ends), max(one.end for one in ends)

    def elements(self) -> list[Element]:
        """The sentence as slot patterns see it."""
        return elements_of(self.sentence, self.reading.view.mentions)


def unexplained(reading: Reading) -> Iterator[Pair]:
    """The pairs of an article: each value that tells the outcome, with the drivers next to it.

    A value that any pattern gives to anybody is explained.
    """
    if not reading.qualifying:
        return
    view = reading.view
    explained = {value for _, value in view.hits}
    used = {(one.start, one.end) for result in reading.results for one in result.evidence}
    for sentence in view.sentences:
        if sentence.kind != "prose":
            continue
        heads = [at for at in sentence.heads if sentence.items[at].label in HEADS]
        for at, item in enumerate(sentence.items):
            if item.label not in (*MEASURES, *TIES) or item.mention in explained:
                continue
            mention = view.mentions[item.mention]
            if mention.framing not in (None, "outcome"):
                continue
            for head in _next_to(heads, at):
                yield Pair(
                    reading, sentence, sentence.items[head].mention, item.mention, item.label,
                    (mention.start, mention.end) in used,
                )  # fmt: skip


def _next_to(heads: list[int], at: int) -> Iterator[int]:
    """The nearest driver before and after a value, not too far away; the one before first."""
    before = [head for head in heads if head < at]
    after = [head for head in heads if head > at]
    for head in (*before[-1:], *after[:1]):
        if abs(head - at) <= WIDEST:
            yield head
