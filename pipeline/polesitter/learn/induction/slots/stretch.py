"""A driver, a value and the words around them, as the parts a pattern could be made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polesitter.learn.induction.slots.told_pair import ToldSentence
from polesitter.learn.induction.slots.word_classes import WordClasses
from polesitter.learn.induction.slots.wording import Wording
from polesitter.relations.slots.sentence import LABEL_SIGNS, encode

HEAD, VALUE, OTHER, SAME = "<the driver>", "<the value>", "<other driver>", "<other value>"
"""Stand for mentions until the whole pattern is known, and with it their roles; no verbs."""

POSSESSIVE_TEAM = "{team} 's"

Parts = tuple[str, ...]

_LABEL_OF_SIGN = {sign: label for label, sign in LABEL_SIGNS.items()}


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence in the words of patterns, element by element; slots by their label.

    `plain`: words as they stand; `verbs`: verbs by their base form. `optional` and
    `classes`: for each element the class of the phrase that starts there, and its end.
    `place_of`: mention index -> element.
    """

    plain: Parts
    verbs: Parts
    optional: tuple[tuple[str, int], ...]
    classes: tuple[tuple[str, int], ...]
    place_of: dict[int, int]


def words_of(sentence: ToldSentence) -> Iterator[str]:
    """The words of a sentence as patterns are matched on them."""
    for piece in encode(sentence.elements).text.split():
        if piece[0] not in _LABEL_OF_SIGN:
            yield piece


def write(sentence: ToldSentence, wording: Wording, classes: WordClasses) -> Written:
    """The sentence, ready for cutting patterns out of it."""
    plain: list[str] = []
    verbs: list[str] = []
    place_of: dict[int, int] = {}
    for at, piece in enumerate(encode(sentence.elements).text.split()):
        label = _LABEL_OF_SIGN.get(piece[0])
        if label is None:
            plain.append(wording.plain(piece))
            verbs.append(wording.by_lemma(piece))
        else:
            plain.append(f"{{{label}}}")
            verbs.append(f"{{{label}}}")
            place_of[int(piece[1:])] = at
    size = len(verbs)
    return Written(
        tuple(plain),
        tuple(verbs),
        tuple(_optional_at(classes, verbs, at, size) for at in range(size)),
        tuple(classes.class_at(verbs, at, size) for at in range(size)),
        place_of,
    )


def _optional_at(classes: WordClasses, verbs: Sequence[str], at: int, size: int) -> tuple[str, int]:
    if verbs[at] == "{team}" and at + 1 < size and verbs[at + 1] == "'s":
        return POSSESSIVE_TEAM, at + 2
    return classes.optional_at(verbs, at, size)


def with_roles(parts: Parts, slot: str) -> Parts:
    """The parts, their mentions in roles; none where they make no pattern.

    The driver and value meant are told from others by a common ending of their roles
    (polesitter.relations.slots.hits.pairs_of); in a gap one is behind and the other ahead.
    """
    others = parts.count(OTHER)
    if "" in parts or SAME in parts or others > 1:
        return ()
    head, value, other = "{driver}", f"{{{slot}}}", ""
    if others and slot == "gap":
        head, other = "{driver:behind}", "{driver:ahead}"
    elif others:
        head, other = "{driver:driver_a}", "{driver:driver_b}"
        value = f"{{{slot}:{slot}_a}}"
    told = list(parts)
    told[told.index(HEAD)], told[told.index(VALUE)] = head, value
    if others:
        told[told.index(OTHER)] = other
    return tuple(told)


def as_seen(parts: Parts, slot: str, head: int, value: int) -> Parts:
    """Parts of a sentence, the mentions told apart.

    `head`, `value`: the elements of the pair; `slot`: the value's label.
    """
    signs = {"{driver}": OTHER, f"{{{slot}}}": SAME}
    seen = [signs.get(part, part) for part in parts]
    seen[head], seen[value] = HEAD, VALUE
    return tuple(seen)
