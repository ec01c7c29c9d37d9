"""Slot patterns that a sentence misses by one word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from polesitter.learn.suggest.phrasebook import Phrasebook
from polesitter.learn.suggest.unexplained import Pair
from polesitter.relations.slots import Element, Rule, RuleMatch, Slot
from polesitter.relations.slots.anchors import Keys
from polesitter.relations.slots.frequency import frequency
from polesitter.relations.slots.hits import pairs_of
from polesitter.relations.slots.sentence import encode

How = Literal["further", "other", "lacking"]
"""The sentence has one word more than the pattern, has another, or lacks one."""
WAYS: tuple[How, ...] = get_args(How)
MARGIN = 2
"""Words looked at beyond a competitor and a value."""
TRIED = 8
"""Words tried of those of which a pattern needs one."""
SILENT = ("not", "teammate")
"""Relations that pair no value with a competitor begin so."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """`rule` would pair the driver and the value if one word were otherwise.

    `word`: what the sentence has where the pattern has `wanted`; one of them is "" where
    the word is one more, or lacking.
    """

    pair: Pair
    rule: Rule
    how: How
    word: str
    wanted: str


class NearMisses:
    """Looks for near misses; a rule is tried where the sentence lacks one of its needs at most.

    Rules are taken word by word, without their skips: a skip would excuse any word.
    """

    def __init__(self, book: Phrasebook) -> None:
        self._strict = [
            book.strict(rule) for rule in book.rules.rules if not rule.relation.startswith(SILENT)
        ]

    def of(self, pair: Pair) -> NearMiss | None:
        """The near miss of a pair that takes most words as they are; None if there is none."""
        elements = pair.elements()
        told = encode(elements)
        around = _window(elements, pair)
        found: list[tuple[tuple[int, int, int], NearMiss]] = []
        for number, strict in enumerate(self._strict):
            needs = strict.patterns[0].needs
            if needs.labels & ~told.labels:
                continue
            sets = [keys for keys in (needs.anchor, *needs.others) if keys]
            lacking = [keys for keys in sets if told.keys.isdisjoint(keys)]
            if len(lacking) > 1:
                continue
            wanted = _commonest(lacking or sets)
            for how, word, want, changed in _changed(elements, around, wanted, bool(lacking)):
                for match in strict.match(changed):
                    kept = _words(changed[match.start : match.end]) - (how != "further")
                    if kept > 0 and _pairs(match, pair):
                        rank = (-kept, WAYS.index(how), number)
                        found.append((rank, NearMiss(pair, strict.rules[0], how, word, want)))
        return min(found, key=_rank)[1] if found else None


def _rank(found: tuple[tuple[int, int, int], NearMiss]) -> tuple[int, int, int]:
    return found[0]


def _commonest(sets: Iterable[Keys]) -> list[str]:
    """Some words of each set that the pattern needs one of, the commonest first."""
    chosen: list[str] = []
    for keys in sets:
        words = sorted((-frequency(key), key) for key in keys if key.isalpha())
        chosen += [word for _, word in words[:TRIED]]
    return chosen


def _words(elements: Iterable[Element]) -> int:
    return sum(isinstance(element, str) and element.isalpha() for element in elements)


def _pairs(match: RuleMatch, pair: Pair) -> bool:
    return (pair.driver, pair.value) in set(pairs_of(match, pair.reading.view.mentions))


def _window(elements: Sequence[Element], pair: Pair) -> range:
    places = [
        place
        for place, element in enumerate(elements)
        if isinstance(element, Slot) and element.index in (pair.driver, pair.value)
    ]
    return range(max(0, min(places) - MARGIN), min(len(elements), max(places) + MARGIN + 1))


def _changed(
    elements: Sequence[Element], around: range, words: Sequence[str], lacking: bool
) -> Iterator[tuple[How, str, str, list[Element]]]:
    """The sentence with one word exchanged, then with one left out, then with one put in."""
    for place in around:
        element = elements[place]
        if not isinstance(element, str) or not element.isalpha():
            continue
        for wanted in words:
            if wanted != element:
                yield "other", element, wanted, [*elements[:place], wanted, *elements[place + 1 :]]
        if not lacking:
            yield "further", element, "", [*elements[:place], *elements[place + 1 :]]
    if lacking:
        for place in around[1:]:
            for wanted in words:
                yield "lacking", "", wanted, [*elements[:place], wanted, *elements[place:]]
