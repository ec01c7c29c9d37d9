"""A slot pattern drafted from a sentence that nothing explains."""

from collections.abc import Sequence

from polesitter.learn.suggest.unexplained import Pair
from polesitter.learn.suggest.verbs import verb_of
from polesitter.relations.slots import Element, Slot

RELATION_OF = {
    "POSITION": "qualified",
    "LAPTIME": "lap",
    "SPEED": "lap",
    "GAP": "gap",
    "NUMBER": "has_number",
    "SEGMENT": "segment_reached",
}
"""What a driver and a measure have to do with each other, until somebody says otherwise."""
ROLE_OF = {"GAP": "driver:behind"}
LITERAL = 6
"""Words and slots that are spelled out between a driver and a value; more become a skip."""
ENDS = 2
"""Words kept on each side of a skip."""
SIGNS = {"(": "\\(", ")": "\\)", ".": "\\.", "|": "\\|", "[": "\\[", "]": "\\]"}


def draft(pair: Pair, verbs: frozenset[str]) -> str | None:
    """A pattern for the words between a driver and a measure; None where it would say nothing.

    Words that are forms of one of `verbs` stand for all its forms.
    """
    elements = pair.elements()
    places = {
        element.index: place
        for place, element in enumerate(elements)
        if isinstance(element, Slot) and element.index in (pair.driver, pair.value)
    }
    if len(places) < 2 or pair.label not in RELATION_OF:
        return None
    first, last = sorted(places.values())
    between = elements[first + 1 : last]
    if any(isinstance(one, Slot) and one.label == "driver" for one in between):
        return None
    told = _told(between, verbs)
    if not any(word.strip("<>").isalpha() for word in told):
        return None
    driver = "{" + ROLE_OF.get(pair.label, "driver") + "}"
    ends = [driver, _slot(elements[places[pair.value]])]
    if places[pair.driver] > places[pair.value]:
        ends.reverse()
    return " ".join([ends[0], *told, ends[1]])


def _told(between: Sequence[Element], verbs: frozenset[str]) -> list[str]:
    if len(between) > LITERAL:
        opening, closing = between[:ENDS], between[-ENDS:]
        skipped = len(between) - 2 * ENDS
        return [*_written(opening, verbs), f"..{skipped}", *_written(closing, verbs)]
    return _written(between, verbs)


def _written(elements: Sequence[Element], verbs: frozenset[str]) -> list[str]:
    return [_slot(one) if isinstance(one, Slot) else _word(one, verbs) for one in elements]


def _word(word: str, verbs: frozenset[str]) -> str:
    verb = verb_of(word) if word.isalpha() else None
    return f"<{verb}>" if verb in verbs else SIGNS.get(word, word)


def _slot(element: Element) -> str:
    assert isinstance(element, Slot)
    return "{" + element.label + "}"
