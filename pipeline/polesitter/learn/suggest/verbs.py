"""The verb that a word is a form of."""

from functools import cache

from polesitter.relations.slots.inflections import build_inflections


@cache
def verb_of(word: str) -> str | None:
    """The base form of a case-folded word, as `<start>` names it; None where it has none."""
    lemma = _lookup().get(word, word)
    if not lemma.isalpha():
        return None
    return lemma if word in build_inflections([lemma]).forms(lemma) else None


@cache
def _lookup() -> dict[str, str]:
    from spacy.util import load_language_data, registry

    table = load_language_data(registry.lookups.get("en")["lemma_lookup"])
    assert isinstance(table, dict)
    return table
