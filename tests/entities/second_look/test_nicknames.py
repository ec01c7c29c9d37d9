"""Nicknames in quotes between a first name and a surname."""

import re

import pytest

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.nicknames import add_nicknamed
from polesitter.entities.worth import LEARNED


def drivers(text: str, told: dict[str, str]) -> list[str]:
    """The drivers of a text in which the words of `told` are mentions, by label."""
    words = list(re.finditer(r"[\w.]+|[^\w\s]", text))
    tokens = [(word.group(), word.start()) for word in words]
    standing = [
        Candidate(at, at + 1, word.start(), word.end(), told[word.group()], LEARNED, 0.9)
        for at, word in enumerate(words)
        if word.group() in told
    ]
    found = add_nicknamed(tokens, standing)
    assert found == sorted(found)
    return [text[one.start_char : one.end_char] for one in found if one.label == "DRIVER"]


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        ('Then came Otis "Mudcat" Bryce', {}, ['Otis "Mudcat" Bryce']),
        ('Otis "Mudcat" Bryce led', {"Bryce": "TEAM"}, ['Otis "Mudcat" Bryce']),
        ('Otis "Mudcat" Bryce led', {"Otis": "DRIVER", "Bryce": "DRIVER"}, ['Otis "Mudcat" Bryce']),
        ("Ana \u201cLa Nena\u201d Ruiz-Paz led", {}, ["Ana \u201cLa Nena\u201d Ruiz-Paz"]),
        ('Otis "Mudcat" Bryce Jr. led', {}, ['Otis "Mudcat" Bryce Jr.']),
    ],
)
def test_a_nickname_joins_two_names(text: str, told: dict[str, str], names: list[str]) -> None:
    assert drivers(text, told) == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('at the "Lady" Speedway', {}),
        ('in the Sunoco "Blue" Chevrolet', {"Chevrolet": "CAR"}),
        ('Bryce said: "Never." Otis agreed', {}),
        ('The "Mudcat" Bryce', {}),
        ('He is Otis "the mudcat" Bryce', {}),
        ('Otis "Mud Cat Old" Bryce', {}),
    ],
)
def test_other_words_in_quotes_do_not(text: str, told: dict[str, str]) -> None:
    assert drivers(text, told) == []
