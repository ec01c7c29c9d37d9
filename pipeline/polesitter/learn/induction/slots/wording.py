"""How a pattern writes the words of a sentence: as they stand, or verbs by their base form."""

from collections.abc import Collection, Iterable, Mapping

from polesitter.errors import PolesitterError
from polesitter.relations.slots.grammar import parse_part
from polesitter.relations.slots.inflections import build_inflections
from polesitter.relations.slots.nodes import Sequence, Word


class Wording:
    """Writes words; `vocabulary`: all that may occur, as elements have them."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        words = sorted(set(vocabulary))
        lemma_of = base_forms(words)
        self._plain = {word: _escaped(word) for word in words}
        self._by_lemma = {
            word: f"<{lemma_of[word]}>" if word in lemma_of else self._plain[word] for word in words
        }

    def plain(self, word: str) -> str:
        """The word itself; "" where no pattern can hold it."""
        return self._plain[word]

    def by_lemma(self, word: str) -> str:
        """`<start>` for starts, started, starting; other words as they are."""
        return self._by_lemma[word]


def base_forms(words: Iterable[str]) -> dict[str, str]:
    """The base form of each verb among `words`.

    A verb is what has a form in -ing, and of which `words` hold a form that no noun has:
    "seconds" alone makes no verb "second". Where a form belongs to two verbs, the lemma
    table decides, else the alphabet.
    """
    forms = {word for word in words if word.isalpha() or word in ("'ll", "'ve")}
    table = _lemma_table()
    lemmas = {table.get(form, form) for form in forms} | forms
    inflections = build_inflections(lemma for lemma in lemmas if lemma.isalpha())
    found: dict[str, str] = {}
    for lemma in sorted(lemmas):
        known = inflections.forms(lemma)
        if not _is_verb(lemma, known, forms):
            continue
        for form in known:
            if form != lemma and form.endswith(("er", "est")):
                continue  # the table has "faster" as a form of "fast"
            if form not in found or table.get(form) == lemma:
                found[form] = lemma
    return {form: lemma for form, lemma in found.items() if form in forms}


def _is_verb(lemma: str, forms: Collection[str], seen: Collection[str]) -> bool:
    if lemma in ("be", "do", "have", "will"):
        return True
    plural = (lemma, f"{lemma}s", f"{lemma}es")
    return any(form.endswith("ing") and form != lemma for form in forms) and any(
        form in seen and form not in plural for form in forms
    )


def _lemma_table() -> Mapping[str, str]:
    from spacy.util import load_language_data, registry

    table = load_language_data(registry.lookups.get("en")["lemma_lookup"])
    assert isinstance(table, dict)
    return table


def _escaped(word: str) -> str:
    """The word in the language of patterns; "" where that cannot write it."""
    for written in (word, "\\" + word):
        try:
            tree = parse_part(written)
        except PolesitterError:
            continue
        if tree == Sequence((Word(word),)):
            return written
    return ""
