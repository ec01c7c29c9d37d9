"""Sentences of another series, whose cars, classes and places are often not the report's."""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.text.normal import words
from polesitter.types import Mention

ELSEWHERE_TOLD: Final = "s:elsewhere"
"""The sign of a sentence that looks back on another series: its classes are not the report's."""
OTHER_SERIES: Final = "s:other series"
SHARED_WORDS: Final = 3
"""Words two names of one series share, sponsors aside ("IMSA Michelin Pilot Challenge")."""
ENTRY: Final = frozenset({"TEAM", "CAR", "NUMBER"})
"""What a competitor enters with; told of another series, it is not what it enters with here."""
LOOKING_BACK: Final = frozenset(
    {"last", "ago", "swept", "won", "finished", "races", "previously", "year", "former", "weekend"}
)


def main_series(mentions: Sequence[Mention]) -> set[str]:
    """The words of the series named most, the earliest of equals."""
    named = [m for m in mentions if m.label == "SERIES"]
    counts = [sum(_is_same_series(set(words(m.text)), set(words(n.text))) for n in named)
              for m in named]  # fmt: skip
    return set(words(named[counts.index(max(counts))].text)) if named else set()


def series_sign(frame: Frame, mentions: Sequence[Mention], series: set[str]) -> str | None:
    """What a sentence tells that names another series than the report's, None where none does."""
    if "SERIES" not in frame.of_label:
        return None
    places = frame.of_label["SERIES"]
    named = [mentions[frame.sentence.items[place].mention].text for place in places]
    if any(_is_same_series(set(words(name)), series) for name in named):
        return None
    return OTHER_SERIES if LOOKING_BACK.isdisjoint(frame.keys) else ELSEWHERE_TOLD


def _is_same_series(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a or len(a & b) >= SHARED_WORDS
