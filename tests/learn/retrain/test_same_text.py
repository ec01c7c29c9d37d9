"""When two texts are one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.retrain.same_text import Texts, text_key

WORDS = [f"word{number}" for number in range(400)]
LONG = " ".join(random.Random(1).choices(WORDS, k=200))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee took pole.", "Lee  took\npole"),
        ("LEE TAKES POLE", "Lee takes pole"),
        ("“Fast,” she said", '"Fast", she said'),
    ],
)
def test_signs_spaces_and_case_make_no_difference(one: str, other: str) -> None:
    assert text_key(one) == text_key(other)
    assert Texts([("a", one)]).equal(other) == "a"


def test_a_word_makes_one() -> None:
    assert Texts([("a", "Lee took pole.")]).equal("Fox took pole.") is None


def test_a_few_words_changed_are_nearly_the_same() -> None:
    words = LONG.split()
    words[50] = "other"
    texts = Texts([("a", LONG), ("b", LONG[: len(LONG) // 3])])
    assert texts.equal(" ".join(words)) is None
    assert texts.alike(" ".join(words)) == "a"


def test_half_a_text_is_another() -> None:
    texts = Texts([("a", LONG)])
    assert texts.alike(LONG[: len(LONG) // 2]) is None
    assert texts.alike(" ".join(random.Random(2).choices(WORDS, k=200))) is None


@given(st.text(max_size=60))
def test_every_text_is_like_itself(text: str) -> None:
    texts = Texts([("a", text)])
    assert texts.equal(text) == "a"
    if any(char.isalnum() for char in text):
        assert texts.alike(text) == "a"


def test_short_and_empty_texts() -> None:
    texts = Texts([("a", "Pole."), ("b", "")])
    assert texts.alike("pole") == "a"
    assert texts.alike("") is None
