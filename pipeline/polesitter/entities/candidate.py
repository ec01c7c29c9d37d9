"""A span that some finder proposed."""

from typing import Final, NamedTuple

MEASURES: Final = frozenset({"SPEED", "LAPTIME", "GAP", "NUMBER", "POSITION", "SEGMENT", "DATE"})


class Candidate(NamedTuple):
    """A span somebody proposed: token and code-point bounds, label, by whom and how surely.

    `rule` is the id of the pattern, "learned.names" or a measure's rule; `score` 0..1.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    label: str
    rule: str
    score: float = 1.0
