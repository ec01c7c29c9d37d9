"""Words as patterns write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polesitter.learn.induction.slots.word_classes import WordClasses
from polesitter.learn.induction.slots.wording import Wording, base_forms
from polesitter.relations.slots.grammar import parse_part
from polesitter.relations.slots.inflections import build_inflections
from polesitter.relations.slots.nodes import Sequence, Word

LEMMAS = [
    ("starts", "start"), ("started", "start"), ("was", "be"), ("'ll", "will"), ("led", "lead"),
    ("won", "win"), ("lapped", "lap"), ("qualified", "qualify"), ("put", "put"), ("ran", "run"),
]  # fmt: skip
NO_VERBS = [
    "seconds",
    "second",
    "team",
    "faster",
    "fastest",
    "quickest",
    "third",
    "the",
    "ahead",
    "of",
    "from",
]


@pytest.mark.parametrize(("form", "lemma"), LEMMAS)
def test_verbs_are_led_back_to_their_base_form(form: str, lemma: str) -> None:
    seen = ["win", "lap", "put", "run", "started", "putting", form]
    assert base_forms(seen)[form] == lemma


@pytest.mark.parametrize("word", NO_VERBS)
def test_other_words_are_left_as_they_stand(word: str) -> None:
    assert Wording([word]).by_lemma(word) == word


def test_a_pattern_with_the_base_form_finds_the_form() -> None:
    bases = base_forms([*[form for form, _ in LEMMAS], "win", "lap", "run"])
    table = build_inflections(bases.values())
    assert all(form in table.forms(lemma) for form, lemma in bases.items())


@given(
    st.sets(
        st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF), min_size=1, max_size=6),
        min_size=10,
    )
)
@settings(max_examples=15)
def test_a_word_is_written_so_that_it_is_read_as_itself(texts: set[str]) -> None:
    words = {text.casefold() for text in texts}
    wording = Wording(words)
    for word in words:
        written = wording.plain(word)
        assert not written or parse_part(written) == Sequence((Word(word),))
        assert written or not word.isalpha()


CLASSES = WordClasses(
    {
        "begin": "(<start>|<roll> off|<take> the green [flag])",
        "det": "(the|a)",
        "adverb": "(only|once again|a)",
        "mark": "({speed}|lap)",
    }
)


@pytest.mark.parametrize(
    ("words", "name", "end"),
    [
        (["<start>", "third"], "@begin", 1),
        (["<roll>", "off", "third"], "@begin", 2),
        (["<roll>", "up"], "", 0),
        # The longest phrase is taken.
        (["<take>", "the", "green", "flag"], "@begin", 4),
        (["<take>", "the", "green", "light"], "@begin", 3),
        # A macro with a slot in one of its choices gives the words of the others.
        (["lap"], "@mark", 1),
    ],
)
def test_phrases_of_a_class(words: list[str], name: str, end: int) -> None:
    assert CLASSES.class_at(words, 0, len(words)) == (name, end)


@pytest.mark.parametrize(
    ("words", "name", "end"),
    [
        (["once", "again"], "@adverb", 2),
        (["once"], "", 0),
        (["a"], "@det", 1),
        (["<start>"], "", 0),
    ],
)
def test_words_that_may_be_left_out(words: list[str], name: str, end: int) -> None:
    assert CLASSES.optional_at(words, 0, len(words)) == (name, end)


def test_a_phrase_does_not_reach_over_the_end() -> None:
    assert CLASSES.class_at(["<roll>", "off"], 0, 1) == ("", 0)
