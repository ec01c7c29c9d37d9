"""The forms of a verb: start -> start, starts, started, starting.

The forms come from the inverse of spaCy's English lookup lemmas. Patterns are
expanded once, when they are compiled, so that no table is needed to match them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

# The lookup table mixes these with clitics, names of letters and dialect.
_AUXILIARIES: dict[str, tuple[str, ...]] = {
    "be": ("am", "are", "be", "been", "being", "is", "was", "were"),
    "do": ("did", "do", "does", "doing", "done"),
    "have": ("'ve", "had", "has", "have", "having"),
    "will": ("'ll", "will", "would"),
}

# Forms the lookup table gives to another word, or lacks.
_IRREGULARS: dict[str, tuple[str, ...]] = {
    "best": ("bested", "besting", "bests"),
    "better": ("bettered", "bettering", "betters"),
    "bid": ("bidding", "bids"),
    "cut": ("cuts", "cutting"),
    "feel": ("felt",),
    "find": ("found",),
    "get": ("gets", "getting", "got", "gotten"),
    "hit": ("hits", "hitting"),
    "lead": ("led",),
    "leave": ("leaves", "leaving", "left"),
    "let": ("lets", "letting"),
    "lie": ("lain", "lay", "lies", "lying"),
    "lose": ("lost",),
    "put": ("puts", "putting"),
    "run": ("ran", "running", "runs"),
    "see": ("saw", "seen"),
    "set": ("sets", "setting"),
    "shut": ("shuts", "shutting"),
    "split": ("splits", "splitting"),
    "spin": ("spun",),
    "thrust": ("thrusting", "thrusts"),
    "upset": ("upsets", "upsetting"),
    "wind": ("wound",),
}

_PREFIXED = re.compile(r"(out|over|re|un)(?=[a-z]{3})")


class Inflections(Protocol):
    """Where the forms of verbs are looked up."""

    def forms(self, lemma: str) -> tuple[str, ...]:
        """Every form of `lemma`, case-folded and sorted; empty where it is unknown."""
        ...


@dataclass(frozen=True, slots=True)
class FormTable:
    """Inflections kept as a plain table."""

    table: Mapping[str, tuple[str, ...]]

    def forms(self, lemma: str) -> tuple[str, ...]:
        """Every form of `lemma`; empty where it is unknown."""
        return self.table.get(lemma, ())

    def to_dict(self) -> dict[str, list[str]]:
        """Plain data, sorted."""
        return {lemma: list(self.table[lemma]) for lemma in sorted(self.table)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Iterable[str]]) -> "FormTable":
        """The table that to_dict wrote."""
        return cls({lemma: tuple(forms) for lemma, forms in data.items()})


def build_inflections(lemmas: Iterable[str]) -> FormTable:
    """The forms of `lemmas` by spacy-lookups-data; a verb it does not know is left out.

    A prefixed verb that the table lacks takes the forms of its stem
    (outqualify -> outqualified).
    """
    wanted = set(lemmas)
    inverse = _inverse_lookup(wanted | {_PREFIXED.sub("", lemma, count=1) for lemma in wanted})
    table: dict[str, tuple[str, ...]] = {}
    for lemma in sorted(wanted):
        forms = _forms(lemma, inverse)
        prefix = _PREFIXED.match(lemma)
        if not forms and prefix:
            stem = lemma[prefix.end() :]
            forms = {prefix[0] + form for form in _forms(stem, inverse)}
        if forms:
            table[lemma] = tuple(sorted(forms))
    return FormTable(table)


def _forms(lemma: str, inverse: Mapping[str, set[str]]) -> set[str]:
    if lemma in _AUXILIARIES:
        return set(_AUXILIARIES[lemma])
    found = inverse.get(lemma, set()) | set(_IRREGULARS.get(lemma, ()))
    return found | {lemma} if found else set()


def _inverse_lookup(lemmas: set[str]) -> dict[str, set[str]]:
    # The table is large and only rule files need it, never a built model; spaCy's own
    # Lookups keep hashes for keys and so cannot be inverted.
    from spacy.util import load_language_data, registry

    table = load_language_data(registry.lookups.get("en")["lemma_lookup"])
    assert isinstance(table, dict)
    inverse: dict[str, set[str]] = {}
    for form, lemma in table.items():
        if lemma in lemmas:
            inverse.setdefault(lemma, set()).add(form.casefold())
    return inverse
