"""Which report tells of which session: what must be known before rows are read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.columns import OfSources
from polesitter.analysis.sessions import SessionKeys, session_order


class Dated(NamedTuple):
    """The session of a report, as its rows repeat it."""

    source: str
    session_id: str | None
    series: str | None
    track: str | None
    session_date: date | None


class Outline:
    """The sessions of some rows, each with the reports that tell of it."""

    def __init__(self, rows: Iterable[Dated], aliases: Aliases) -> None:
        key = SessionKeys(aliases)
        self.sources: dict[str, set[str]] = {}
        self._order: dict[str, tuple[str, str, str]] = {}
        for row in sorted(rows, key=_source):
            session = key(row)
            self.sources.setdefault(session, set()).add(row.source)
            self._order.setdefault(session, session_order(row.session_date, row.series, session))

    def first(self, sessions: int) -> OfSources:
        """Return a choice of the rows of the first sessions, in the order of grids."""
        return self._of(sorted(self.sources, key=self._order.__getitem__)[:sessions])

    def shared(self) -> OfSources:
        """Return a choice of the rows of sessions that several reports tell of."""
        return self._of([one for one, sources in self.sources.items() if len(sources) > 1])

    def _of(self, sessions: Sequence[str]) -> OfSources:
        return OfSources(frozenset(source for one in sessions for source in self.sources[one]))


def _source(row: Dated) -> str:
    return row.source
