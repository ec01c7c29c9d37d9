"""The parts a slot pattern is made of."""

from dataclasses import dataclass
from typing import TypeAlias

SKIP_LIMIT = 12
"""Elements that `...` may pass over."""

SKIP_MAXIMUM = 20
"""The widest `..N` that may be written."""

LIST_LIMIT = 30
"""Slots that `{label+}` may bind."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign, case-folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Lemma:
    """`<start>`: any form of a verb."""

    lemma: str


@dataclass(frozen=True, slots=True)
class AnyWord:
    """`_`: one word, whatever it is."""


@dataclass(frozen=True, slots=True)
class SlotNode:
    """`{driver:ahead}`: a mention; `many` for a list of them (`{driver+:crew}`)."""

    label: str
    role: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """`...` (within the clause) or `..3` (not `clause`): up to `limit` elements, no driver."""

    limit: int
    clause: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """One part after the other."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`(a|b c)`: exactly one of the options."""

    options: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """`[x]`: the part, or nothing."""

    item: "Node"


Node: TypeAlias = Word | Lemma | AnyWord | SlotNode | Skip | Sequence | Choice | Maybe
