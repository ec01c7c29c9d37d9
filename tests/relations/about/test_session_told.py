"""Reports of a session that was held, and reports of anything else, by their signs."""

from dataclasses import replace

import pytest

from polesitter.relations.about.session_told import told_part
from polesitter.relations.signs.family import names_of

from ...marked import read

HELD = "Lee won the pole at Sebring. Ray qualified second. Cox will start third.\n"
AWAITED = (
    "Lee led practice at Sebring on Friday. Ray was second. Qualifying begins at 4 p.m. "
    "Saturday.\nCox was on pole here last year.\n"
)


def signs(text: str) -> set[str]:
    return set(names_of([told_part(text, ())]))


def test_sentences_that_tell_an_outcome_are_counted() -> None:
    assert {"told>=1", "told>=2", "told>=3", "told early"} <= signs(HELD)
    assert not any(name.startswith("awaited") for name in signs(HELD))


def test_a_session_to_come_and_a_pole_of_last_year_tell_no_outcome() -> None:
    found = signs(AWAITED)
    assert {"awaited>=1", "practice>=1", "practice only lead", "little told awaited:1"} <= found
    assert not any(name.startswith("told>=") for name in found)


@pytest.mark.parametrize(
    "sentence",
    ["Qualifying is at 10:15.", "He goes into Saturday's qualifying as the favorite.",
     "Qualifying for the race takes place on Friday.", "They hope to win the pole.",
     "Ray was quickest before qualifying."],
)  # fmt: skip
def test_ways_to_await_qualifying(sentence: str) -> None:
    assert "awaited>=1" in signs(f"Lee was fastest. {sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    ["In qualifying for Sunday's race he was third.", "He was third in qualifying on Friday.",
     "Qualifying ended early."],
)  # fmt: skip
def test_ways_to_tell_of_qualifying_held(sentence: str) -> None:
    assert "awaited>=1" not in signs(f"Lee was fastest. {sentence}\n")


def test_a_grid_set_by_points_is_told_of() -> None:
    assert "points" in signs("Rain washed out the session. The grid was set by owner points.\n")


@pytest.mark.parametrize(
    ("framings", "told"),
    [
        ("practice practice practice", {"practice of results:4", "outcome of results:0"}),
        ("outcome practice", {"practice of results:2", "outcome of results:2", "places:1"}),
        ("record history outcome outcome", {"past of results:2", "results:2", "places:2"}),
        ("", {"outcome of results:-", "results:0"}),
    ],
)  # fmt: skip
def test_what_results_are_framed_as_is_told_by_its_share(framings: str, told: set[str]) -> None:
    text, mentions = read("[Third](POSITION), " * len(framings.split()))
    framed = [
        replace(mention, framing=framing)
        for mention, framing in zip(mentions, framings.split(), strict=True)
    ]
    assert told <= set(names_of([told_part(text, framed)]))
