"""Words that nobody reads, in places where slot patterns expect a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS

from polesitter.learn.suggest.known import Known
from polesitter.learn.suggest.places import Place
from polesitter.learn.suggest.reading import Reading
from polesitter.relations.reading.view import Item, Sentence
from polesitter.relations.slots import RuleSet
from polesitter.relations.slots.elements import elements_of
from polesitter.relations.slots.hits import pairs_of
from polesitter.types import Mention

LABELS = ("TEAM", "DRIVER", "CAR")
"""Names that slot patterns tie to others."""
LONGEST = 5
"""Words a name may have."""
INNER = frozenset({"&", "-", "of", "and"})
"""What may stand between the capitalised words of a name."""
SEEN = 2
"""Places that a single word must have to be worth a look."""

Unread = dict[tuple[str, str], list[Place]]
"""(label, words) -> the places where a slot pattern would tie such a name to another."""


def unread_names(readings: Iterable[Reading], rules: RuleSet, known: Known) -> Unread:
    """Capitalised words outside of mentions that a slot pattern would bind as a name."""
    found: Unread = {}
    for reading in readings:
        for sentence in reading.view.sentences:
            if sentence.kind != "prose" or not any(item.label for item in sentence.items):
                continue
            for first, last in _runs(reading.view.text, sentence):
                start, end = sentence.items[first].start, sentence.items[last - 1].end
                words = reading.view.text[start:end]
                for label in LABELS:
                    if not _may_be(label, words, known):
                        continue
                    if _binds(reading, sentence, (first, last), label, rules):
                        place = Place(reading, sentence, start, end)
                        found.setdefault((label, words), []).append(place)
    return {
        (label, words): places
        for (label, words), places in found.items()
        if " " in words or len(places) >= SEEN
    }


def _may_be(label: str, words: str, known: Known) -> bool:
    if label == "DRIVER" and len(words.split()) not in (2, 3):
        return False
    return known.id_of(label, words) is None


def _runs(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches of items [first, last): capitalised words that no mention covers."""
    first = 0
    items = sentence.items
    while first < len(items):
        if not _is_capital(text, items[first]):
            first += 1
            continue
        last = first + 1
        while last < len(items) and _goes_on(text, items, last):
            last += 1
        if items[first].key in STOP_WORDS:
            first += 1
        # A word that opens the sentence has its capital from there.
        opens = first == 0 and last - first == 1
        if 0 < last - first <= LONGEST and not opens:
            yield first, last
        first = last


def _goes_on(text: str, items: Sequence[Item], at: int) -> bool:
    if _is_capital(text, items[at]):
        return True
    joins = items[at].key in INNER and at + 1 < len(items)
    return joins and _is_capital(text, items[at + 1])


def _is_capital(text: str, item: Item) -> bool:
    return not item.label and text[item.start].isupper()


def _binds(
    reading: Reading, sentence: Sentence, run: tuple[int, int], label: str, rules: RuleSet
) -> bool:
    """Whether some pattern would pair a name of the label that stood where the run does."""
    first, last = run
    words = reading.view.text[sentence.items[first].start : sentence.items[last - 1].end]
    start, end = sentence.items[first].start, sentence.items[last - 1].end
    mentions: list[Mention] = [*reading.view.mentions, Mention(start, end, words, label)]
    index = len(mentions) - 1
    slot = Item(f"<{label}>", label, index, start, end)
    items = [*sentence.items[:first], slot, *sentence.items[last:]]
    for match in rules.match(elements_of(replace(sentence, items=items), mentions)):
        if match.rule.relation.startswith("not"):
            continue
        if any(index in pair for pair in pairs_of(match, mentions)):
            return True
    return False
