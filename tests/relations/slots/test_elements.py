"""Sentences of the relation stage turned into the elements of slot patterns."""

import pytest

from polesitter.relations.reading.view import Item, Sentence
from polesitter.relations.slots import SLOT_LABELS, Element, Slot
from polesitter.relations.slots.elements import SLOT_OF_LABEL, elements_of
from polesitter.types import LABELS, Mention


def sentence(*pieces: str | tuple[str, str]) -> tuple[Sentence, list[Mention]]:
    """A sentence of tokens, and of mentions told as (label, text), numbered in order."""
    items: list[Item] = []
    mentions: list[Mention] = []
    at = 0
    for piece in pieces:
        text = piece if isinstance(piece, str) else piece[1]
        end = at + len(text)
        if isinstance(piece, str):
            items.append(Item(text.casefold(), "", -1, at, end))
        else:
            items.append(Item(f"<{piece[0]}>", piece[0], len(mentions), at, end))
            mentions.append(Mention(at, end, text, piece[0]))
        at = end + 1
    return Sentence(0, "prose", 0, 0, at, items), mentions


def read(*pieces: str | tuple[str, str]) -> list[Element]:
    return elements_of(*sentence(*pieces))


def test_every_label_of_a_mention_is_a_slot_label() -> None:
    assert set(SLOT_OF_LABEL) == set(LABELS)
    assert set(SLOT_OF_LABEL.values()) == set(SLOT_LABELS)


def test_words_stay_words_and_mentions_keep_their_index() -> None:
    found = read(("DRIVER", "Bell"), "'s", "lap", "of", ("LAPTIME", "1:05.123"), ".")
    assert found == [Slot("driver", 0), "'s", "lap", "of", Slot("lap_time", 1), "."]


@pytest.mark.parametrize(
    ("label", "cue", "words"),
    [
        ("TOP", "Overall quickest", ["overall", "quickest"]),
        ("MATE", "his team-mate", ["his", "team", "-", "mate"]),
        ("BEAT", "edged out", ["edged", "out"]),
        ("STATUS", "didn’t set a time", ["didn't", "set", "a", "time"]),
        ("STATUS", "driver's times were deleted", ["driver", "'s", "times", "were", "deleted"]),
        ("TOP", "No. 1 spot", ["no", ".", "1", "spot"]),
    ],
)
def test_a_cue_is_turned_back_into_its_words(label: str, cue: str, words: list[str]) -> None:
    assert read(("DRIVER", "Bell"), (label, cue), ("DRIVER", "Chen")) == [
        Slot("driver", 0),
        *words,
        Slot("driver", 2),
    ]


@pytest.mark.parametrize("sign", ["No", "Nos", "no"])
def test_the_stop_before_a_car_number_ends_no_clause(sign: str) -> None:
    found = read("the", sign, ".", ("NUMBER", "93"), "was")
    assert found == ["the", f"{sign.casefold()}.", Slot("number", 0), "was"]


@pytest.mark.parametrize("following", [("DRIVER", "Bell"), "the"])
def test_other_stops_stay_apart(following: str | tuple[str, str]) -> None:
    assert read("said", "no", ".", following)[1:3] == ["no", "."]


def test_a_stop_that_follows_another_word_is_kept_before_a_number() -> None:
    assert read("third", ".", ("NUMBER", "93")) == ["third", ".", Slot("number", 0)]


def test_an_empty_sentence_has_no_elements() -> None:
    assert read() == []
