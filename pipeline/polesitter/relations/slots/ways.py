"""How many ways a pattern can be read at one place of the worst sentence.

The regular expression engine tries one reading after another; this bounds its
work. Parts that begin differently cannot both apply, so only overlaps count.
"""

from functools import lru_cache
from typing import TypeAlias

from polesitter.relations.slots.nodes import (
    LIST_LIMIT,
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
from polesitter.relations.slots.sentence import LABEL_SIGNS, SLOT_SIGNS
from polesitter.relations.slots.wordparts import first_pieces

WAYS_LIMIT = 10_000
"""Three skips over a whole clause and a little more."""

Starts: TypeAlias = frozenset[str]
"""The keys a part may begin with; _WORD stands for any word, _SIGN for any slot but a driver."""

_WORD, _SIGN = "<word>", "<sign>"
_SKIPPED: Starts = frozenset({_WORD, _SIGN})
_DRIVER = LABEL_SIGNS["driver"]
_JOINTS: Starts = frozenset({",", "and", "&", "/"})


def ways(tree: Node) -> int:
    """The most readings of `tree` (its verbs expanded) that may have to be tried."""
    return _ways(tree, frozenset())[0]


def _ways(node: Node, follow: Starts) -> tuple[int, Starts]:
    """Readings of the node before `follow`, and what node and `follow` together begin with."""
    match node:
        case Sequence(items):
            count, starts = 1, follow
            for item in reversed(items):
                readings, starts = _ways(item, starts)
                count *= readings
        case Choice():
            count, starts = _ways_of_choice(node, follow)
        case Maybe(item):
            count, begin = _ways(item, follow)
            count += 1 if _overlap(begin, follow) else 0
            starts = begin | follow
        case Skip(limit):
            count = limit + 1 if _overlap(_SKIPPED, follow) else 1
            starts = _SKIPPED | follow
        case SlotNode(label, _, many):
            count = LIST_LIMIT if many and _overlap(_JOINTS, follow) else 1
            starts = frozenset({LABEL_SIGNS[label]})
        case Word(text):
            count, starts = 1, first_pieces(text)
        case AnyWord() | Lemma():
            count, starts = 1, frozenset({_WORD})
    return count, starts


# Patterns have the forms of a verb and the words of a macro in common.
@lru_cache(maxsize=4096)
def _ways_of_choice(node: Choice, follow: Starts) -> tuple[int, Starts]:
    options = [_ways(option, follow) for option in node.options]
    starts: Starts = frozenset().union(*[begin for _, begin in options])
    total = 0
    for readings, begin in options:
        rivals = sum(other for other, also in options if _overlap(begin, also))
        total = max(total, rivals, readings)
    return total, starts


def _overlap(left: Starts, right: Starts) -> bool:
    if left & right:
        return True
    return _wild(left, right) or _wild(right, left)


def _wild(wild: Starts, keys: Starts) -> bool:
    if _WORD in wild and any(key not in SLOT_SIGNS and key != _SIGN for key in keys):
        return True
    return _SIGN in wild and any(key in SLOT_SIGNS and key != _DRIVER for key in keys)
