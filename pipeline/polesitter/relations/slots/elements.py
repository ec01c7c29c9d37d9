"""A sentence of the relation stage as the elements that slot patterns are matched on."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from polesitter.relations.reading.view import Sentence
from polesitter.relations.slots.sentence import Element, Slot
from polesitter.types import LABELS, Mention

_RENAMED: Final = {"LAPTIME": "lap_time"}

SLOT_OF_LABEL: Final[dict[str, str]] = {
    label: _RENAMED.get(label, label.lower()) for label in LABELS
}
"""Label of a mention -> label of its slot."""

# Slots are values, few and alike from report to report: one of each will do.
_slot: Final = lru_cache(maxsize=2048)(Slot)

_NUMBER_SIGNS: Final = frozenset({"no", "nos"})

# The possessive stands apart, as in tokens; "didn't" stays whole, which patterns allow for.
_WORD: Final = re.compile(r"['’]s\b|\w+(?=['’]s\b)|\w+(?:['’]\w+)*|[^\w\s]")


def elements_of(sentence: Sentence, mentions: Sequence[Mention]) -> list[Element]:
    """The words and slots of a sentence, in text order; none is left out.

    `mentions` are those of the sentence's View. A slot's index is the mention's index
    there, so a RuleMatch can be read back. Outcome cues ("fastest", "his teammate") are
    no slots to a pattern: their words stand in their place. "No." before a car number is
    one element, lest its stop end a clause.
    """
    elements: list[Element] = []
    signed = not _NUMBER_SIGNS.isdisjoint(sentence.keys)
    for key, label, mention, _, _ in sentence.items:
        if not label:
            elements.append(key)
        elif label in SLOT_OF_LABEL:
            elements.append(_slot(SLOT_OF_LABEL[label], mention))
        else:
            words = _words(mentions[mention].text)
            elements.extend(words)
            signed = signed or not _NUMBER_SIGNS.isdisjoint(words)
    return _join_number_signs(elements) if signed else elements


def _join_number_signs(elements: list[Element]) -> list[Element]:
    """The elements with "no ." before a number as one: that stop ends no clause."""
    joined: list[Element] = []
    for place, element in enumerate(elements):
        if element == "." and joined and joined[-1] in _NUMBER_SIGNS and place + 1 < len(elements):
            following = elements[place + 1]
            if isinstance(following, Slot) and following.label == "number":
                joined[-1] = f"{joined[-1]}."
                continue
        joined.append(element)
    return joined


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in _WORD.findall(text)]
