"""Ids of suggested patterns: made of what the pattern says, so that they never change."""

import hashlib
from collections.abc import Container

from polesitter.relations.slots.lexer import cut
from polesitter.text.normal import normal

WORDS = 4
"""Words of a slot pattern that its id has."""


def entity_id(label: str, name: str) -> str:
    """The id of a new entity: "team:calder-hill-racing"."""
    return f"{label.lower()}:{normal(name).replace(' ', '-')}"


def rule_id(relation: str, pattern: str, taken: Container[str] = ()) -> str:
    """The id of a slot pattern: its relation and first words, "qualified.put_it"."""
    pieces = [piece for piece in cut(pattern, "pattern") if piece.kind in ("word", "lemma")]
    words = [word for piece in pieces if (word := normal(piece.text).replace(" ", "_"))]
    return _free(f"{relation}.{'_'.join(words[:WORDS]) or 'pair'}", pattern, taken)


def version_id(rule: str, word: str, pattern: str, taken: Container[str] = ()) -> str:
    """The id of a rule's version with another word: "position.will_start.shall"."""
    return _free(f"{rule}.{normal(word).replace(' ', '_') or 'short'}", pattern, taken)


def _free(chosen: str, pattern: str, taken: Container[str]) -> str:
    """An id; where it is taken, with digits behind it that stand for the whole pattern."""
    if chosen not in taken:
        return chosen
    return f"{chosen}_{hashlib.sha256(pattern.encode()).hexdigest()[:6]}"
