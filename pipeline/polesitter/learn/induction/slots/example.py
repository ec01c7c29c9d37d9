"""A sentence for each pattern that the finders of measures and listed names can read alone.

Its drivers and teams are exchanged for well-known ones: a surname that only its report
explains would be found by nobody who checks the example.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import spacy
from spacy.language import Language

from polesitter.entities.tokenizer import make_tokenizer
from polesitter.learn.assembly import BEFORE_REFERENCES, component_data
from polesitter.learn.induction.slots.told_pair import ToldSentence
from polesitter.learn.pattern_lines import lines
from polesitter.relations.slots import Element, RuleSet, Slot
from polesitter.relations.slots.elements import SLOT_OF_LABEL

STOCK: Mapping[str, tuple[str, ...]] = {
    "DRIVER": (
        "Scott Dixon", "Will Power", "Alex Palou", "Josef Newgarden", "Pato O'Ward",
        "Colton Herta", "Graham Rahal", "Marcus Ericsson", "Felix Rosenqvist", "Kyle Kirkwood",
    ),
    "TEAM": ("Team Penske", "Chip Ganassi Racing", "Meyer Shank Racing", "Dale Coyne Racing"),
}  # fmt: skip
"""Names that stand in patterns/entities, and in no second list."""

LEARNED = "learned_names"
TRIED = 8
"""Sentences tried as a pattern's example, the shortest first."""


class Reader(Protocol):
    """Reads a sentence as elements, as slot patterns are matched on it."""

    def __call__(self, example: str) -> Sequence[Element]:
        """The words and mentions of a sentence, in order."""


class ListedReader:
    """Finds what needs no training: measures, and the names of patterns/entities."""

    def __init__(self, patterns: Path) -> None:
        self.nlp: Language = spacy.blank("en")
        self.nlp.tokenizer = make_tokenizer()(self.nlp)
        for name in BEFORE_REFERENCES:
            if name != LEARNED:
                self.nlp.add_pipe(f"polesitter_{name}", name=name)
        names: Any = self.nlp.get_pipe("names")
        names.add_patterns(
            [
                line
                for path in sorted((patterns / "entities").glob("*.jsonl"))
                for line in lines(path)
            ]
        )
        overlap: Any = self.nlp.get_pipe("overlap")
        overlap.set_data(component_data(patterns)["overlap"])

    def __call__(self, example: str) -> list[Element]:
        """The words of a sentence, case-folded, and one slot per mention found in it."""
        doc = self.nlp(example)
        first = {ent.start: (index, ent) for index, ent in enumerate(doc.ents)}
        elements: list[Element] = []
        for token in doc:
            if token.i in first:
                index, ent = first[token.i]
                elements.append(Slot(SLOT_OF_LABEL[ent.label_], index))
            elif not token.ent_type_ and not token.is_space:
                elements.append(token.text.casefold())
        return elements


def with_stock_names(sentence: ToldSentence) -> str:
    """The sentence with other drivers and teams, its white space single."""
    inside = [
        mention
        for mention in sentence.mentions
        if sentence.start <= mention.start < sentence.start + len(sentence.text)
        and mention.label in STOCK
    ]
    given: dict[tuple[str, str], str] = {}
    text, at = "", 0
    for mention in sorted(inside, key=_start):
        stock = STOCK[mention.label]
        own = (mention.label, mention.text)
        used = sum(label == mention.label for label, _ in given)
        name = given.setdefault(own, stock[used % len(stock)])
        text += sentence.text[at : mention.start - sentence.start] + name
        at = mention.end - sentence.start
    return " ".join((text + sentence.text[at:]).split())


def example_of(
    rule: RuleSet, sentences: Sequence[ToldSentence], read: Reader
) -> tuple[str, ToldSentence] | None:
    """The shortest sentence that the one rule matches when it is read alone, and its origin.

    One read as it was marked comes first: what else is found in it depends on the model.
    """
    second = None
    for sentence in sorted(sentences, key=_readable)[:TRIED]:
        example = with_stock_names(sentence)
        elements = read(example)
        if rule.match(elements):
            if _labels(elements) == _labels(sentence.elements):
                return example, sentence
            second = second or (example, sentence)
    return second


def _labels(elements: Sequence[Element]) -> list[str]:
    return [element.label for element in elements if isinstance(element, Slot)]


def _start(mention: Any) -> int:
    return int(mention.start)


def _readable(sentence: ToldSentence) -> tuple[bool, int, str, str]:
    """Whole sentences before headlines and rows of tables, short ones first."""
    whole = sentence.text.rstrip().endswith(".")
    return not whole, len(sentence.text), sentence.report, sentence.text
