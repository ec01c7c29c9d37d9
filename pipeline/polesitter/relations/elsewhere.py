"""Sentences that look back on another series: their cars, classes and places are not ours."""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.frame import Frame
from polesitter.text.normal import words
from polesitter.types import Mention

SHARED_WORDS: Final = 3
"""Words two names of one series share, sponsors aside ("IMSA Michelin Pilot Challenge")."""
LOOKING_BACK: Final = frozenset(
    {"last", "ago", "swept", "won", "finished", "races", "previously", "year", "former", "weekend"}
)


def main_series(mentions: Sequence[Mention]) -> set[str]:
    """The words of the series named most, the earliest of equals."""
    named = [m for m in mentions if m.label == "SERIES"]
    counts = [sum(_is_same_series(set(words(m.text)), set(words(n.text))) for n in named)
              for m in named]  # fmt: skip
    return set(words(named[counts.index(max(counts))].text)) if named else set()


def is_elsewhere(frame: Frame, mentions: Sequence[Mention], series: set[str]) -> bool:
    """Whether a sentence looks back on another series than the report's."""
    places = frame.of_label.get("SERIES", ())
    if not places or LOOKING_BACK.isdisjoint(frame.keys):
        return False
    named = [mentions[frame.sentence.items[place].mention].text for place in places]
    return not any(_is_same_series(set(words(name)), series) for name in named)


def _is_same_series(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a or len(a & b) >= SHARED_WORDS
