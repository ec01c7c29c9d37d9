import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from polesitter.text.layout_component import Layout
from polesitter.text.word_starts import WORD, word_starts
from polesitter.text.words import bounds_of, text_of, tokens_of, words_of

from ..marked import make_doc

TEXTS = [
    "Lee's No. 31 won.\n\nRay  lost by .803 seconds",
    "J\u00fcrgen\u2019s Q2 (third)",
    " x",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_the_tokens(text: str) -> None:
    doc = make_doc(text)
    assert words_of(doc) == [(token.text, token.idx, token.idx + len(token)) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_hashes_and_blanks_are_those_of_the_tokens(text: str) -> None:
    doc = make_doc(text)
    tokens = tokens_of(doc)
    assert tokens.orths.tolist() == [token.orth for token in doc]
    assert tokens.spaced == [bool(token.whitespace_) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_is_the_documents_with_layout_and_without(text: str) -> None:
    doc = make_doc(text)
    assert text_of(doc) == doc.text == text
    assert text_of(Layout()(doc)) == text


def test_the_noted_text_survives_a_trip_through_bytes() -> None:
    doc = Layout()(make_doc("Lee won."))
    assert text_of(Doc(doc.vocab).from_bytes(doc.to_bytes())) == "Lee won."


def test_a_part_of_a_document_has_its_own_text() -> None:
    doc = Layout()(make_doc("Lee won. Ray lost."))
    part = doc[3:].as_doc(copy_user_data=True)
    assert text_of(Layout()(part)) == part.text == "Ray lost."


def test_tokens_that_are_merged_are_read_anew() -> None:
    doc = make_doc("Lee won pole.")
    assert [word for word, _, _ in words_of(doc)] == ["Lee", "won", "pole", "."]
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[1:3])
    assert words_of(doc) == [("Lee", 0, 3), ("won pole", 4, 12), (".", 12, 13)]


def test_documents_read_in_turn_keep_their_words() -> None:
    one, other = make_doc("Lee won."), make_doc("Ray lost.")
    for doc in (one, other, one):
        assert words_of(doc) == [(token.text, token.idx, token.idx + len(token)) for token in doc]


def test_bounds_are_those_of_the_tokens() -> None:
    doc = make_doc("Lee's  No. 31 won.")
    starts, ends = bounds_of(doc)
    assert starts.tolist() == [token.idx for token in doc]
    assert ends.tolist() == [token.idx + len(token) for token in doc]


@given(st.text("ab1_é'- \n", max_size=20))
def test_words_start_where_a_search_finds_them(text: str) -> None:
    found = [(match[0], match.start()) for match in WORD.finditer(text)]
    told = [(word, start) for word, starts in word_starts(text).items() for start in starts]
    assert sorted(told) == sorted(found)


def test_where_words_start() -> None:
    assert word_starts("Lee beat Ray, Lee-Ann 1.2") == {
        "Lee": [0, 14], "beat": [4], "Ray": [9], "Ann": [18], "1": [22], "2": [24],
    }  # fmt: skip
