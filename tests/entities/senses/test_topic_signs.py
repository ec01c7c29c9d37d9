"""What a text is about where a word stands."""

import pytest

from polesitter.entities.senses.topic_signs import topic_signs

TEXT = (
    "Lee topped practice on Friday.\nRay was first.\n"
    "In qualifying Cox was second. Fox won the race in the end. Kim was third.\n"
)


def signs(word: str, text: str = TEXT) -> list[str]:
    return topic_signs(text, text.index(word))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Lee", {"topic:-", "topic here:-"}),
        ("Friday", {"topic:practice", "topic here:practice"}),
        # The paragraph before tells what it goes on about, but not in this one.
        ("first", {"topic:practice", "topic here:-"}),
        ("second", {"topic:qualifying", "topic here:qualifying"}),
        ("third", {"topic:race", "topic here:race"}),
    ],
)
def test_the_topic_is_the_one_told_last(word: str, told: set[str]) -> None:
    assert told <= set(signs(word))


def test_what_the_text_opens_with_and_how_much_it_has_of_each() -> None:
    found = signs("third")
    # One word each of qualifying, practice and the race: a third, in steps of a fifth.
    assert {"topic first:practice", "topics:1:1:1", "topic practice:race"} <= set(found)


def test_a_text_about_something_else_tells_nothing() -> None:
    assert {"topic first:-", "topics:0:0:0"} <= set(signs("third", "The third of five."))


def test_texts_in_turn_are_kept_apart() -> None:
    race = "Lee finished third."
    assert "topic:practice" in signs("first")
    assert "topic:race" in signs("third", race)
    assert "topic:practice" in signs("first")
