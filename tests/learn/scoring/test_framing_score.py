from typing import Any

import pytest

from polesitter.learn.framing_gold import FACTS
from polesitter.learn.scoring.facts_score import clock_time, same_fact, score_facts
from polesitter.learn.scoring.framing_score import FramingTally
from polesitter.learn.scoring.session_score import Hits
from polesitter.types import Mention


def figure(start: int, label: str, framing: str | None) -> Mention:
    return Mention(start, start + 3, "1st", label, framing=framing)


def test_framing_by_hand() -> None:
    tally = FramingTally()
    gold = {(0, 3): "outcome", (5, 8): "history", (10, 13): "outcome", (15, 18): "practice"}
    mentions = [
        figure(0, "POSITION", "outcome"),
        figure(5, "GAP", None),  # without cue it is taken for the outcome
        # (10, 13) was not found
        figure(15, "SPEED", "practice"),
        figure(20, "LAPTIME", "history"),  # nobody annotated it
        figure(25, "DRIVER", None),
    ]
    tally.add(gold, mentions)
    assert (tally.gold(), tally.accuracy()) == (4, 0.5)
    outcome = tally.score("outcome")
    assert (outcome.precision, outcome.recall) == (0.5, 0.5)
    assert (tally.score("practice").f1, tally.score("history").f1) == (1, 0)
    assert tally.names() == ["outcome", "history", "practice"]


def test_a_name_at_the_place_of_a_figure_does_not_frame_it() -> None:
    tally = FramingTally()
    tally.add({(0, 3): "outcome"}, [figure(0, "DRIVER", "outcome")])
    assert tally.accuracy() == 0


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("5pm local time", (17, 0)),
        ("12:30 p.m.", (12, 30)),
        ("12:05 a.m. ET", (0, 5)),
        ("8.15 PM", (20, 15)),
        ("15:40 on Saturday", (15, 40)),
        ("10:35 at the earliest", (10, 35)),
        ("2:45 on Saturday", (2, 45)),
        ("noon", None),
    ],
)
def test_clock_times(value: str, time: tuple[int, int] | None) -> None:
    assert clock_time(value) == time


@pytest.mark.parametrize(
    ("name", "gold", "found", "same"),
    [
        ("entries", 25, 25, True),
        ("entries", 25, 24, False),
        ("track_record", False, False, True),
        ("track_record", False, True, False),
        ("previous_holder", "Lucas Luhr", "Lucas Lühr", True),
        ("previous_holder", "Lucas Luhr", "Klaus Graf", False),
        ("race_start", "7:30 p.m. ET", "19:30", True),
        ("race_start", "7:30 p.m. ET", "7:00 p.m. ET", False),
        ("race_start", "noon", "Noon", True),
        ("race_start", "noon", "11 a.m.", False),
        ("broadcaster", "ABC / TSN2", "ABC", True),
        ("broadcaster", "FOX", "Peacock", False),
    ],
)
def test_facts(name: str, gold: Any, found: Any, same: bool) -> None:
    assert same_fact(name, gold, found) is same


def test_facts_are_stated_right_and_wrong() -> None:
    hits = {name: Hits() for name in FACTS}
    gold = {"entries": 25, "track_record": False, "red_flags": 1}
    score_facts(gold, {"entries": 25, "track_record": True, "broadcaster": "FOX"}, hits)
    assert hits["entries"] == Hits(right=1, stated=1, wrong=0)
    # That it is no record is stated as much as that it is one.
    assert hits["track_record"] == Hits(right=0, stated=1, wrong=1)
    assert hits["red_flags"] == Hits(right=0, stated=1, wrong=0)
    assert hits["broadcaster"] == Hits(right=0, stated=0, wrong=1)
