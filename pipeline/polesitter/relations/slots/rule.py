"""A relation rule and what it found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | Mapping[str, str] | None
"""What a rule states by itself: "no_time", or {"position": "2"}."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of patterns/relations.

    `relation`: the kind of relation it finds. `source`: who wrote it ("hand",
    "induced"). `file`, `line` (from 1): where it stands. `framing`: the framing its
    words imply, if any. `extra`: keys the engine does not read, such as notes and emit.
    """

    id: str
    relation: str
    pattern: str
    example: str
    source: str
    file: str
    line: int
    value: Value = None
    framing: str | None = None
    priority: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


class RuleMatch(NamedTuple):
    """A rule that applies to a stretch of a sentence.

    `bindings`: role -> mention indices, in text order. `start`, `end`: elements of
    the sentence, 0-based, half-open.
    """

    rule: Rule
    bindings: dict[str, tuple[int, ...]]
    start: int
    end: int
