"""Words by themselves: shape, and the part they can play in a name."""

import pytest

from polesitter.entities.learned.words import (
    CAPITAL,
    CLOSER,
    CONNECTOR,
    DIGITS,
    LOWER,
    NEWLINE,
    PARTICLE,
    POSSESSIVE,
    SLASH,
    STOP,
    Lexicon,
    kind_of,
    shape_of,
)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("McLaren", "XxXx"),
        ("R8", "Xd"),
        ("500", "ddd"),
        ("1234567", "ddddd"),
        ("J.", "X."),
        ("racing", "x"),
        ("e.dams", "x.x"),
    ],
)
def test_shape(text: str, shape: str) -> None:
    assert shape_of(text) == shape


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("Green", CAPITAL),
        ("e.dams", CAPITAL),
        ("328i", CAPITAL),
        ("motorsport", CAPITAL),
        ("van", PARTICLE),
        ("of", STOP | CONNECTOR),
        ("Off", STOP | CONNECTOR),
        ("However", STOP | CONNECTOR),
        ("while", STOP),
        ("No.", STOP | CONNECTOR),
        ("24", DIGITS),
        ("1:45.166", 0),
        ("12345", 0),
        ("/", SLASH),
        ("'s", POSSESSIVE),
        ("'S", POSSESSIVE | CLOSER),
        ("qualified", LOWER),
        (",", 0),
    ],
)
def test_kind(text: str, bits: int) -> None:
    assert kind_of(text) == bits


def test_line_break_is_told_from_space() -> None:
    assert kind_of("\n\n") & NEWLINE
    assert not kind_of("  ") & NEWLINE


def test_first_names_and_initials_share_a_type() -> None:
    words = Lexicon(frozenset(["josh"]))
    josh, initial, green = (words.word(n, text) for n, text in enumerate(["Josh", "J.", "Green"]))
    assert josh.type == initial.type
    assert josh.type != green.type


def test_numbers_of_one_length_are_one_word() -> None:
    words = Lexicon()
    assert words.word(1, "250").word == words.word(2, "400").word
    assert words.word(1, "250").word != words.word(3, "24").word


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("\r\n", "\n"), ("\r\n\r\n", "\n\n"), ("\r", "\n"), (" \n \n", "\n\n"), ("\n ", "\n ")],
)
def test_line_ends_tell_the_same_however_they_are_typed(typed: str, plain: str) -> None:
    lexicon = Lexicon()
    assert lexicon.word(1, typed) == lexicon.word(2, plain)
