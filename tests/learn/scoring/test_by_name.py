"""Figures of what is right, wrong and missed, by name."""

from collections import Counter

from polesitter.learn.scoring.by_name import ByName

TALLY = ByName(Counter(team=3, car=1), Counter(car=1), Counter(team=1, number=2))


def test_of_some_names_or_of_all() -> None:
    assert TALLY.names() == ["car", "number", "team"]
    assert TALLY.counts("car") == (1, 1, 0)
    assert TALLY.counts("car", "team", "none") == (4, 1, 1)
    assert TALLY.counts() == (4, 1, 3)
    assert (TALLY.gold("team"), TALLY.gold(), ByName().gold()) == (4, 7, 0)
    score = TALLY.score("number", "team")
    assert (score.precision, score.recall) == (1, 0.5)
