"""Dashes between blanks, however typed, and hyphens, which are something else."""

from collections.abc import Sequence

import pytest
import spacy

from polesitter.entities.learned.page import PAD, read_page
from polesitter.entities.learned.words import Lexicon

NLP = spacy.blank("en")


def facts(text: str, sign: str, found: Sequence[tuple[int, int, str]] = ()) -> list[int]:
    """What the page tells of the first token that is `sign`; `found`: spans of other finders."""
    doc = NLP(text)
    at = next(token.i for token in doc if token.text == sign)
    told: list[int] = read_page(doc, Lexicon(), found).columns[:, at + PAD].tolist()
    return told


@pytest.mark.parametrize("sign", ["-", "--", "\u2013"])
def test_whatever_stands_between_blanks_is_a_dash(sign: str) -> None:
    assert facts(f"OSLO, Norway {sign} Ann Lee led.", sign) == facts("OSLO \u2014 Lee", "\u2014")


def test_what_parts_a_number_from_a_name_is_a_dash() -> None:
    dash = facts("OSLO \u2014 Lee", "\u2014")
    assert facts("9 - Ann Lee", "-") == dash
    assert facts("44-Ann Lee", "-", [(0, 1, "NUMBER")]) == dash
    assert facts("44-Ann Lee", "-", [(0, 1, "POSITION")]) != dash


@pytest.mark.parametrize("text", ["Ann Cook-Lee led.", "- Ann Lee"])
def test_a_hyphen_is_none(text: str) -> None:
    assert facts(text, "-") == list(Lexicon().word(1, "-"))


def test_the_words_of_a_page_keep_what_they_are() -> None:
    words = read_page(NLP("Cook-Lee - Ray"), Lexicon(), []).tokens("word").tolist()
    alone = Lexicon()
    assert [words[at] for at in (0, 1, 2, 4)] == [
        alone.word(number, text).word for number, text in enumerate(("Cook", "-", "Lee", "Ray"))
    ]
