"""Which rows are of one session."""

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.told import Told


class SessionKeys:
    """Gives each row the key of its session.

    Reports of one session share it: by `session_id`, and where they spell its series or
    track differently, by the ids of patterns/. A report whose session is not known
    (`session_id` null) is a session by itself: its key is its source.
    """

    def __init__(self, aliases: Aliases) -> None:
        self.aliases = aliases
        self._keys: dict[str, str] = {}

    def __call__(self, row: Told) -> str:
        """Return the key of a row's session."""
        told = row.session_id
        if told is None or row.series is None or row.track is None or row.session_date is None:
            return told or row.source
        if told not in self._keys:
            series = self.aliases.id_of("series", row.series)
            track = self.aliases.id_of("track", row.track)
            self._keys[told] = f"{series}/{track}/{row.session_date.isoformat()}"
        return self._keys[told]
