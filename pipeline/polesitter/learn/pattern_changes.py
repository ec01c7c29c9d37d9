"""What was learnt for patterns/: files to write, and what stands in them that is new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class LearntName:
    """A name for patterns/entities: what it is called, and where it was first read.

    `id`: of the entity, "team:bmw"; `known`: whether the entity was listed before, so that
    this is another name of it. `first_seen`: id of a report; `sentence`: one that has it.
    `held_back`: why it is not listed ("an English word"), None for a name that is.
    """

    label: str
    name: str
    id: str
    first_seen: str
    sentence: str = ""
    reports: int = 1
    known: bool = False
    held_back: str | None = None


@dataclass(frozen=True, slots=True)
class LearntPattern:
    """A slot pattern: `support` and `precision` as cross-validation has them.

    `example`: a sentence that it explains; `first_seen`: the report of the example.
    """

    id: str
    relation: str
    pattern: str
    support: int
    precision: float
    example: str
    first_seen: str = ""


@dataclass(frozen=True, slots=True)
class PatternChanges:
    """New content of files by their POSIX path within patterns/; other files stay as they are."""

    files: Mapping[str, str] = field(default_factory=dict)
    names: tuple[LearntName, ...] = ()
    patterns: tuple[LearntPattern, ...] = ()
    dropped: tuple[LearntPattern, ...] = ()


Inducer: TypeAlias = Callable[[Sequence[Path], Path], PatternChanges]
"""(folders of annotated reports, patterns folder) -> what they teach; writes nothing."""
