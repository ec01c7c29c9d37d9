"""What session facts and the names of sessions are told in, looked for in one walk over a text."""

from functools import lru_cache
from typing import Final

from polesitter.records.session.broadcast_told import AIRED, RACE
from polesitter.records.session.counts_told import COUNTED_FLAGS, ENTRIES, OTHERS, STOPPED
from polesitter.records.session.record_told import RECORD
from polesitter.records.session.session_words import NAME
from polesitter.text.phrases import Look, Phrases

TOLD: Final = Phrases(
    {
        "others": OTHERS, "entries": ENTRIES, "red_flags": COUNTED_FLAGS, "stopped": STOPPED,
        "record": RECORD, "race": RACE, "aired": AIRED, "session": NAME,
    }
)  # fmt: skip


@lru_cache(maxsize=1)
def look_at(text: str) -> Look:
    """Where the expressions may stand; two stages ask it of one text after another."""
    return TOLD.look(text)
