"""What a value's clause speaks of: marked sentences and the framing of each value."""

import pytest

from polesitter.relations.framing.cues import FramingCues
from polesitter.relations.framing.statement import frame_mentions
from polesitter.text.layout import find_passages

from ...marked import read

CUES = FramingCues(
    [
        {"cue": "in practice", "framing": "practice"},
        {"cue": "practice", "framing": "practice"},
        {"cue": "last year", "framing": "history"},
        {"cue": "provisional", "framing": "provisional"},
        {"cue": "would have", "framing": "hypothetical", "reach": "after"},
        {"cue": "last year's", "framing": "history", "reach": "after"},
        {"cue": "was erased", "framing": "provisional", "reach": "before"},
        {"cue": "the old mark", "framing": "record", "reach": "after"},
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
    # the lap that is a record is an outcome, the mark it beat is not
    ("[Lee](DRIVER) took [pole](POSITION); her [1:05.1](LAPTIME) beat the old mark, "
     "[1:06.2](LAPTIME).",
     ["outcome", "outcome", "record"]),
    # an aside frames itself alone
    ("[Lee](DRIVER), who was [third](POSITION) last year, was [fifth](POSITION).",
     ["history", "outcome"]),
    ("[Lee](DRIVER), on [pole](POSITION) last year, was [third](POSITION), "
     "[1.4 seconds](GAP) back.",
     ["history", "outcome", "outcome"]),
    ("In practice [Lee](DRIVER) ran [1:05.1](LAPTIME) ([105 mph](SPEED)) and [Ray](DRIVER), "
     "[third](POSITION), was seen again.", ["practice", "practice", "practice"]),
    # one side of a cue
    ("[Lee](DRIVER)'s [1:05.1](LAPTIME) beat last year's [pole](POSITION) time of "
     "[1:06.2](LAPTIME).",
     ["outcome", "history", "history"]),
    ("Her [1:05.1](LAPTIME) was erased, so [third](POSITION) it is.", ["provisional", "outcome"]),
    ("She took [pole](POSITION) and would have been [first](POSITION) anyway.",
     ["outcome", "hypothetical"]),
    # back over a comma only from its very start
    ("She was [third](POSITION), two laps down, in practice.", ["practice"]),
    ("She qualified [third](POSITION), after a row in practice.", ["outcome"]),
    ("She qualified [third](POSITION), a good end to a day of practice.", ["outcome"]),
    # counts of a career
    ("She now has 11 career [poles](POSITION).", ["history"]),
    ("With 11 career [poles](POSITION) to her name she starts [third](POSITION).",
     ["history", "outcome"]),
    ("She took both [poles](POSITION).", ["outcome"]),
    # an earlier year, but not the one since when
    ("date 2023-08-11\nIn 2015 the [pole](POSITION) was his.", ["history"]),
    ("date 2023-08-11\nIt is her first [pole](POSITION) in 2023.", ["outcome"]),
    ("date 2023-08-11\nIt is her first [pole](POSITION) since Rome in 2015.", ["outcome"]),
    # the best lap of a segment that others follow
    ("[Lee](DRIVER) led [Q1](SEGMENT) with [1:05.1](LAPTIME). In [Q2](SEGMENT) [Ray](DRIVER) was "
     "quickest with [1:04.1](LAPTIME).", ["provisional", "provisional", "outcome", "outcome"]),
    ("[Lee](DRIVER) led [Round three](SEGMENT) with [1:05.1](LAPTIME). In [Q4](SEGMENT) "
     "[Ray](DRIVER) was quickest with [1:04.1](LAPTIME).",
     ["provisional", "provisional", "outcome", "outcome"]),
    ("[Lee](DRIVER) led [Round three](SEGMENT), the [Fast Six](SEGMENT), with [1:05.1](LAPTIME).",
     ["outcome", "outcome", "outcome"]),
    ("[Kim](DRIVER) went out in [Q1](SEGMENT) in [19th](POSITION). "
     "[Ray](DRIVER) led [Q2](SEGMENT).",
     ["outcome", "outcome", "outcome"]),
    # a lap that the next sentence takes back
    ("[Lee](DRIVER) was [third](POSITION) at [1:05.1](LAPTIME). That lap was deleted too.",
     ["outcome", "provisional"]),
    ("[Lee](DRIVER) led with [1:05.1](LAPTIME). It was a warm day.", ["outcome"]),
    # going on about practice
    ("[Lee](DRIVER) led practice. He lapped in [1:05.1](LAPTIME).", ["practice"]),
    ("[Lee](DRIVER) led practice. He took [pole](POSITION) with [1:05.1](LAPTIME).",
     ["outcome", "outcome"]),
    # a report of practice
    ("[Lee](DRIVER) was quickest in testing.\n\n[Ray](DRIVER) was [.2 seconds](GAP) behind.",
     ["practice"]),
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
    text, mentions = read("[Lee](DRIVER) was [third](POSITION) last year.")
    assert frame_mentions(text, find_passages(text), mentions, FramingCues([])) == {1: "outcome"}
