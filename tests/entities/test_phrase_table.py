"""Phrases found by a table: those that a search for each of them finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.phrase_table import PhraseTable, phrase_table

WORDS = st.lists(st.integers(1, 4) | st.just(2**64 - 1), max_size=8)
PHRASES = st.lists(
    st.tuples(WORDS.filter(bool), st.sampled_from(["CAR", "TEAM"]), st.sampled_from(["", "x"])),
    max_size=8,
)


@given(phrases=PHRASES, text=WORDS)
def test_phrases_are_those_of_a_search(
    phrases: list[tuple[list[int], str, str]], text: list[int]
) -> None:
    table = phrase_table(phrases)
    searched = {
        (start, start + len(words), (label, name))
        for words, label, name in phrases
        for start in range(len(text))
        if text[start : start + len(words)] == words
    }
    for one in (table, PhraseTable.from_bytes(table.to_bytes())):
        found = [
            (start, end, one.names[index])
            for start, end, index in one.find(np.array(text, dtype=np.uint64))
        ]
        assert len(found) == len(set(found))
        assert set(found) == searched


@given(phrases=PHRASES)
def test_the_order_of_phrases_makes_no_difference(
    phrases: list[tuple[list[int], str, str]],
) -> None:
    assert phrase_table(phrases).to_bytes() == phrase_table(phrases[::-1]).to_bytes()


def test_a_phrase_without_words_is_nowhere() -> None:
    assert list(phrase_table([([], "CAR", "")]).find(np.array([1, 2], dtype=np.uint64))) == []
