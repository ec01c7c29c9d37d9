"""An answer: rows in groups, and the columns people see of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column people see: its title, and the text of a row in it; None is an empty cell.

    `spare`: where there is no room, the column with the most goes first; 0 never goes.
    """

    title: str
    text: Callable[[Any], str | None]
    right: bool = False
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; `heading` and `subheading` may be empty."""

    heading: str
    subheading: str
    rows: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave. `kind`: the dataclass of the rows; its fields are what machines get.

    `notes`: sentences below the table, such as what a sign in it means. `left`: groups that
    were not asked for, as the terminal shows only the first.
    """

    title: str
    kind: type
    columns: tuple[Column, ...]
    groups: Sequence[Group]
    notes: tuple[str, ...] = ()
    left: int = 0

    @property
    def rows(self) -> list[Any]:
        """The rows of all groups."""
        return [row for group in self.groups for row in group.rows]
