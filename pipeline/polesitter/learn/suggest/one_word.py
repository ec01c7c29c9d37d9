"""A slot pattern changed by the one word that a sentence misses it by."""

from collections.abc import Iterator

from polesitter.errors import PolesitterError
from polesitter.learn.suggest.near_miss import NearMiss
from polesitter.learn.suggest.phrasebook import Phrasebook
from polesitter.learn.suggest.verbs import verb_of
from polesitter.relations.slots.hits import pairs_of
from polesitter.relations.slots.lexer import cut

OPENING, CLOSING = "([", ")]"


def reworded(miss: NearMiss, book: Phrasebook) -> str | None:
    """The rule's pattern for the words of the sentence; None where no single change does it.

    Each part of the pattern is exchanged for the word, or left out, or the word is put
    before it, until the pattern pairs what the sentence pairs.
    """
    elements = miss.pair.elements()
    wanted = (miss.pair.driver, miss.pair.value)
    mentions = miss.pair.reading.view.mentions
    for pattern in _versions(miss):
        try:
            rules = book.compiled(miss.rule, pattern)
        except PolesitterError:
            continue
        if any(wanted in set(pairs_of(match, mentions)) for match in rules.match(elements)):
            return pattern
    return None


def parts(pattern: str) -> list[str]:
    """A pattern cut into words, slots, macros and whole brackets."""
    pieces = cut(pattern, "pattern")
    found: list[str] = []
    depth, start = 0, 0
    for number, piece in enumerate(pieces):
        begin = piece.column - 1
        end = pieces[number + 1].column - 1 if number + 1 < len(pieces) else len(pattern)
        if piece.kind == "bracket" and piece.text in OPENING:
            start = begin if depth == 0 else start
            depth += 1
        elif piece.kind == "bracket" and piece.text in CLOSING:
            depth -= 1
            if depth == 0:
                found.append(pattern[start:end].strip())
        elif depth == 0:
            found.append(pattern[begin:end].strip())
    return found


def _versions(miss: NearMiss) -> Iterator[str]:
    own = parts(miss.rule.pattern)
    for place, part in enumerate(own):
        if miss.how == "further":
            if place:
                yield " ".join([*own[:place], miss.word, *own[place:]])
        elif _says(part):
            rest = [*own[:place], *own[place + 1 :]]
            if miss.how == "other":
                rest.insert(place, _word(miss.word, part))
            if any(_says(one) for one in rest):
                yield " ".join(rest)


def _says(part: str) -> bool:
    """Whether a part of a pattern is words that must be there."""
    return "{" not in part and part != "_" and not part.startswith(("..", "["))


def _word(word: str, part: str) -> str:
    """A word for a part of a pattern: any form of it, where the part takes forms of a verb."""
    verb = verb_of(word) if part.startswith(("<", "@")) else None
    return f"<{verb}>" if verb else word
