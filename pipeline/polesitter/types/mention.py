"""A stretch of text that names or measures something."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, make_dataclass
from typing import Any, Literal

Label = Literal[
    "DRIVER", "TEAM", "CAR", "NUMBER", "SPEED", "LAPTIME", "GAP", "POSITION",
    "CLASS", "SEGMENT", "SERIES", "EVENT", "TRACK", "DATE",
]  # fmt: skip

LABELS: tuple[Label, ...] = Label.__args__  # type: ignore[attr-defined]

NAMES: frozenset[str] = frozenset({"DRIVER", "TEAM", "CAR", "SERIES", "EVENT", "TRACK", "CLASS"})
"""Labels whose mentions are grouped into entities; the others are measures."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled span, with what it says.

    `start`, `end`: code points into the report's text, half-open.
    `value` by label: SPEED and GAP and LAPTIME a float (speed in `unit`, times in
    seconds); NUMBER the digits as written ("08"); CLASS and SEGMENT the shortest
    standard form ("GS", "Q3", "Fast Six"); DATE "YYYY-MM-DD", "--MM-DD",
    "YYYY" or a weekday ("saturday"); POSITION a place ("1", "14"), a row
    ("row:2", the front row is "row:1"), "rear" (back of the field, pit lane) or a
    group ("top:5"); names None.
    `approx`: a GAP told in round words ("nearly half a second", "four-tenths").
    `rule`: the id of the pattern or learned finder that found it.
    `entity_id`: the entity within the report, once references are resolved.
    """

    start: int
    end: int
    text: str
    label: str
    value: float | str | None = None
    unit: str | None = None
    approx: bool = False
    rule: str = ""
    score: float = 1.0
    entity_id: str | None = None
    framing: str | None = None


_Unsealed: Any = make_dataclass(
    "_Unsealed", [field.name for field in fields(Mention)], slots=True, eq=False
)


def read_mention(row: Mapping[str, Any]) -> Mention:
    """Return `Mention(**row)`, for a `row` that has every field, at a third of the cost.

    A frozen dataclass sets each field by a detour. Every component reads all mentions,
    so they are made unsealed and sealed by their class at the end.
    """
    mention: Mention = _Unsealed(**row)
    mention.__class__ = Mention
    return mention
