"""The macros of patterns/relations as classes of words: @lapword is lap, run, effort and others."""

from collections.abc import Mapping, Sequence
from itertools import product

from polesitter.relations.slots.grammar import parse_part
from polesitter.relations.slots.nodes import Choice, Lemma, Maybe, Node, Word
from polesitter.relations.slots.nodes import Sequence as Parts

OPTIONAL = ("det", "adverb", "almost", "adjective")
"""Classes whose words may be there or not; of two that share a word the first is taken."""

_LONGEST = 4
"""Words of the longest phrase that stands for a class."""

Phrase = tuple[str, ...]


class WordClasses:
    """Looks phrases up; `macros`: name -> pattern, as in macros.jsonl.

    A macro with a slot or a skip in it is no class of words.
    """

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._optional: dict[Phrase, str] = {}
        self._other: dict[Phrase, str] = {}
        for name in (*OPTIONAL, *(name for name in macros if name not in OPTIONAL)):
            if name in macros:
                table = self._optional if name in OPTIONAL else self._other
                for phrase in _phrases(parse_part(macros[name], macros, name)):
                    table.setdefault(phrase, f"@{name}")

    def optional_at(self, words: Sequence[str], at: int, end: int) -> tuple[str, int]:
        """The optional class of the longest phrase that starts at `at`, and where it ends.

        `words`: as patterns write them, verbs as <lemma>. ("", at) where there is none.
        """
        return _longest(self._optional, words, at, end)

    def class_at(self, words: Sequence[str], at: int, end: int) -> tuple[str, int]:
        """The same for classes whose words are not left out."""
        return _longest(self._other, words, at, end)


def _longest(
    table: Mapping[Phrase, str], words: Sequence[str], at: int, end: int
) -> tuple[str, int]:
    for stop in range(min(end, at + _LONGEST), at, -1):
        name = table.get(tuple(words[at:stop]))
        if name is not None:
            return name, stop
    return "", at


def _phrases(node: Node) -> list[Phrase]:
    """Every way to say the node; none where it is not made of words alone."""
    match node:
        case Word(text):
            return [(text,)]
        case Lemma(lemma):
            return [(f"<{lemma}>",)]
        case Choice(options):
            return [phrase for option in options for phrase in _phrases(option)]
        case Maybe(item):
            return [(), *_phrases(item)]
        case Parts(items):
            ways = product(*[_phrases(item) for item in items])
            return [tuple(word for phrase in way for word in phrase) for way in ways]
    return []
