"""A report as far as it has been corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from polesitter.review.app.cells import Values
from polesitter.review.app.links import Span
from polesitter.types import Mention


@dataclass(frozen=True, slots=True)
class Pin:
    """What a reviewer set a cell to, and the words it was taken from, if any."""

    values: Values
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything a reviewer has decided on a report; steps make a new one of it.

    `mentions` in text order, not overlapping. `links`: a mention's span -> that of one
    of the same entity, or None for an entity of its own. `pins`: row id -> cell -> pin;
    they stand whatever the extractor says. `added`, `dropped`: ids of rows. `session`:
    facts of the session as set by the reviewer.
    """

    mentions: tuple[Mention, ...] = ()
    links: Mapping[Span, Span | None] = field(default_factory=dict)
    pins: Mapping[str, Mapping[str, Pin]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    session: Mapping[str, Any] = field(default_factory=dict)

    def at(self, start: int, end: int) -> Mention | None:
        """Return the mention with exactly these bounds."""
        for one in self.mentions:
            if one.start == start and one.end == end:
                return one
        return None
