"""What a value's clause speaks of: marked sentences and the framing of each value."""

import pytest

from polesitter.relations.framing import FramingCues, frame_mentions
from polesitter.text.layout import find_passages

from ..marked import read

CUES = FramingCues(
    [
        {"cue": "in practice", "framing": "practice"},
        {"cue": "practice", "framing": "practice"},
        {"cue": "last year", "framing": "history"},
        {"cue": "provisional", "framing": "provisional"},
        {"cue": "track record", "framing": "record"},
        {"cue": "would have", "framing": "hypothetical"},
        {"cue": "won the race", "framing": "race"},
    ]
)

FRAMINGS = [
    ("[Lee](DRIVER) was [third](POSITION).", ["outcome"]),
    ("[Lee](DRIVER) was [third](POSITION) in practice.", ["practice"]),
    # one clause each
    ("[Lee](DRIVER) was [third](POSITION) in practice, but took the [pole](POSITION).",
     ["practice", "outcome"]),
    ("[Lee](DRIVER) took [pole](POSITION) after she was [ninth](POSITION) last year.",
     ["outcome", "history"]),
    ("[Lee](DRIVER) took [pole](POSITION) ([third](POSITION) last year).", ["outcome", "history"]),
    ("[Lee](DRIVER) took [pole](POSITION); her [105.166 seconds](LAPTIME) is a track record.",
     ["outcome", "record"]),
    # the first in rank where two meet
    ("It would have been [pole](POSITION) last year.", ["hypothetical"]),
    # whole cues, in any case
    ("[Lee](DRIVER) held PROVISIONAL [pole](POSITION).", ["provisional"]),
    ("The malpractice left her [third](POSITION).", ["outcome"]),
    # each sentence for itself
    ("[Ray](DRIVER) was [first](POSITION) last year. [Lee](DRIVER) was [third](POSITION).",
     ["history", "outcome"]),
    # a heading about practice frames what follows, until the next one
    ("It was a busy day at the track for every one of the teams.\n\nPractice\n\n"
     "[Lee](DRIVER) was [third](POSITION) on the day.\n\nQualifying\n\n"
     "[Lee](DRIVER) was [ninth](POSITION) on the day.", ["practice", "outcome"]),
    # only values are framed
    ("[Lee](DRIVER) drove No. [31](NUMBER) in practice.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "framings"), FRAMINGS, ids=[row[0][:60] for row in FRAMINGS])
def test_framings(marked: str, framings: list[str]) -> None:
    text, mentions = read(marked)
    found = frame_mentions(text, find_passages(text), mentions, CUES)
    assert [found[index] for index in sorted(found)] == framings


def test_no_cues_leave_every_value_an_outcome() -> None:
    text, mentions = read("[Lee](DRIVER) was [third](POSITION) in practice.")
    assert frame_mentions(text, find_passages(text), mentions, FramingCues([])) == {1: "outcome"}
