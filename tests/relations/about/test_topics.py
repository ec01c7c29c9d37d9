import pytest

from polesitter.relations.about.topics import about_report, topic

from ...marked import read_all

LEADS = [
    ("[Lee](DRIVER) took the pole.", {"lead qualifying"}),
    ("[Lee](DRIVER) led final practice.", {"lead practice"}),
    ("[Lee](DRIVER) won the race.", {"lead race"}),
    ("[Lee](DRIVER) won the pole.", {"lead qualifying"}),
    ("[Lee](DRIVER) won her first career pole.", {"lead qualifying"}),
    ("[Lee](DRIVER) is the pole winner.", {"lead qualifying"}),
    ("[Lee](DRIVER) is the winner from pole.", {"lead qualifying", "lead race"}),
    ("[Lee](DRIVER) won the race, from pole.", {"lead qualifying", "lead race"}),
    ("[Lee](DRIVER) was docked for an engine change.", {"lead penalty", "penalty"}),
    ("[Lee](DRIVER) had a penalty.", {"lead penalty"}),
    ("[Lee](DRIVER) likes the track.", set()),
]

HEADINGS = [
    ("Free Practice", "practice"),
    ("Qualifying results", "qualifying"),
    ("How the race was won: victory", "race"),
    ("[GS](CLASS)", "class"),
    ("Notes", "other"),
]


@pytest.mark.parametrize(("marked", "features"), LEADS)
def test_what_the_lead_speaks_of(marked: str, features: set[str]) -> None:
    view, _ = read_all(marked)
    told = {name for name in about_report(view) if name.startswith("lead") or name == "penalty"}
    assert told == features


def test_words_after_the_lead_are_not_of_it() -> None:
    view, _ = read_all("Nothing of note. " * 30 + "[Lee](DRIVER) won the pole.")
    assert "lead qualifying" not in about_report(view)


def test_the_share_of_practice() -> None:
    mostly, _ = read_all("Practice, practice and practice before qualifying.")
    hardly, _ = read_all("Qualifying, the pole, the grid and the front row.")
    assert "practice share:3" in about_report(mostly)
    assert "practice share:0" in about_report(hardly)


@pytest.mark.parametrize(("heading", "name"), HEADINGS)
def test_the_topic_of_a_heading(heading: str, name: str) -> None:
    view, _ = read_all(heading)
    assert topic(view.sentences[0]) == name
