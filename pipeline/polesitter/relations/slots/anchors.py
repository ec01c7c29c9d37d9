"""What a sentence must hold for a pattern to match: its anchor and its other needs.

Only patterns whose anchor, the rarest word they cannot do without, stands in a
sentence are tried on it.
"""

from dataclasses import dataclass
from functools import lru_cache

from polesitter.relations.slots.frequency import frequency
from polesitter.relations.slots.nodes import (
    AnyWord,
    Choice,
    Lemma,
    Maybe,
    Node,
    Sequence,
    Skip,
    SlotNode,
    Word,
)
from polesitter.relations.slots.sentence import LABEL_SIGNS, SLOT_LABELS, SLOT_SIGNS, label_bits
from polesitter.relations.slots.wordparts import first_pieces

Keys = frozenset[str]
"""Words or label signs, one of which must occur."""


@dataclass(frozen=True, slots=True)
class Needs:
    """`anchor`: the rarest any-of set; `others`: the rest; `labels`: slots, as bits."""

    anchor: Keys
    others: tuple[Keys, ...]
    labels: int


def needs_of(tree: Node) -> Needs:
    """The needs of a pattern whose verbs are expanded; the pattern matches no empty text.

    A pattern of `_` alone has an empty anchor: it must be tried on every sentence.
    """
    required = _required(tree)
    ranked = sorted(required, key=_rank)
    labels = [label for label in SLOT_LABELS if frozenset({LABEL_SIGNS[label]}) in required]
    if not ranked:
        return Needs(frozenset(), (), 0)
    words = tuple(keys for keys in ranked[1:] if not keys <= SLOT_SIGNS)
    return Needs(ranked[0], words, label_bits(labels))


def rarity(keys: Keys) -> float:
    """Sentences in a thousand that hold one of `keys`, at most."""
    return min(1000.0, sum(frequency(key) for key in sorted(keys))) if keys else 1000.0


def _rank(keys: Keys) -> tuple[float, list[str]]:
    return rarity(keys), sorted(keys)


def _required(node: Node) -> frozenset[Keys]:
    """Every any-of set of keys that all readings of the node share."""
    if isinstance(node, Word):
        return frozenset({first_pieces(node.text)})
    if isinstance(node, SlotNode):
        return frozenset({frozenset({LABEL_SIGNS[node.label]})})
    if isinstance(node, Sequence):
        return frozenset().union(*[_required(item) for item in node.items])
    if isinstance(node, Choice):
        return _required_by_choice(node)
    assert isinstance(node, AnyWord | Skip | Maybe | Lemma)
    return frozenset()


# Patterns have the forms of a verb and the words of a macro in common.
@lru_cache(maxsize=4096)
def _required_by_choice(node: Choice) -> frozenset[Keys]:
    options = [_required(option) for option in node.options]
    if not all(options):
        return frozenset()
    shared = frozenset.intersection(*options)
    best = [min(required, key=_rank) for required in options]
    return shared | {frozenset().union(*best)}
