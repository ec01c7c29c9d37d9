"""Which rows are of one session, and in what order sessions are told."""

from datetime import date
from typing import Protocol

from polesitter.analysis.aliases import Aliases
from polesitter.text.normal import normal


class OfSession(Protocol):
    """A row that says which session it is of."""

    @property
    def source(self) -> str:
        """Its report."""

    @property
    def session_id(self) -> str | None:
        """The id of its session."""

    @property
    def series(self) -> str | None:
        """The series as told."""

    @property
    def track(self) -> str | None:
        """The track as told."""

    @property
    def session_date(self) -> date | None:
        """The day of the session."""


class SessionKeys:
    """Gives each row the key of its session.

    Reports of one session share it: by `session_id`, and where they spell its series or
    track differently, by the ids of patterns/. A report whose session is not known
    (`session_id` null) is a session by itself: its key is its source.
    """

    def __init__(self, aliases: Aliases) -> None:
        self.aliases = aliases
        self._keys: dict[str, str] = {}

    def __call__(self, row: OfSession) -> str:
        """Return the key of a row's session."""
        told = row.session_id
        if told is None or row.series is None or row.track is None or row.session_date is None:
            return told or row.source
        if told not in self._keys:
            series = self.aliases.id_of("series", row.series)
            track = self.aliases.id_of("track", row.track)
            self._keys[told] = f"{series}/{track}/{row.session_date.isoformat()}"
        return self._keys[told]


def session_order(day: date | None, series: str | None, session: str) -> tuple[str, str, str]:
    """Return what sessions are sorted by: the day, unknown days last, then the series."""
    return (day.isoformat() if day else "9999", normal(series or ""), session)
