"""Words of several senses: signs, what decides, and what components make of it."""

import pytest
from spacy.lang.en import English

from polesitter.entities.linear import LinearModel
from polesitter.entities.measures.component import Measures
from polesitter.entities.measures.find import find_measures
from polesitter.entities.sense_signs import signs_of
from polesitter.entities.senses import LearnedSense, any_sense, by_rule, sense_of


def places(text: str, **kwargs) -> list[str]:
    return [m.text for m in find_measures(text, **kwargs) if m.label == "POSITION"]


def model(**weights: float) -> LinearModel:
    return LinearModel(("no", "yes"), {name: (value,) for name, value in weights.items()})


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("will start first in the", "first", {"l1:start", "r1:in", "l2:will|start", "lr:start|in"}),
        ("First, he", "First", {"l1:^", "r1:,"}),
        ("his 26th-quickest", "26th", {"l1:his", "r1:--"}),
        ("in 2014\n\nThird is", "third", {"l1:\u00b6", "@2:#"}),
    ],
)
def test_signs_are_the_words_around(text: str, word: str, expected: set[str]) -> None:
    start = text.lower().index(word.lower())
    signs = signs_of(text, start, start + len(word), "o")
    assert {f"o {sign}" for sign in expected} <= set(signs)
    assert {f"* {sign}" for sign in expected} <= set(signs)


def test_words_further_away_tell_nothing() -> None:
    far = "one two three four five six seven eight third"
    near = "ZERO two three four five six seven eight third"
    assert signs_of(far, far.index("third"), len(far), "o") == signs_of(
        near, near.index("third"), len(near), "o"
    )


def test_without_a_model_the_rules_decide() -> None:
    assert sense_of({}, 0.0) is by_rule
    assert places("He qualified third in the third session.") == ["third"]


def test_any_sense_takes_all_that_may_be_meant() -> None:
    assert places("He qualified third in the third session.", places=any_sense) == [
        "third",
        "third",
    ]


def test_what_was_learned_overrules_the_rules() -> None:
    told = LearnedSense(model(**{"o1 l1:start": 3.0, "": -2.0}), 0.0)
    assert places("Lee will start first in the Honda.") == []
    assert places("Lee will start first in the Honda.", places=told) == ["first"]
    doubted = LearnedSense(model(**{"o r1:in": -3.0, "": 1.0}), 0.0)
    assert places("Lee was third in practice or so.", places=doubted) == []


def test_the_rules_are_one_sign_of_many() -> None:
    trusting = LearnedSense(model(**{"rule:o:True": 2.0, "": -1.0}), 0.0)
    assert places("Lee qualified third. His third session.", places=trusting) == ["third"]


def test_the_component_judges_by_what_it_carries() -> None:
    doc = English()("Lee will start first in the Honda.")
    measures = Measures()
    assert "POSITION" not in [mention.label for mention in measures.find(doc)]
    measures.set_data({"sense": model(**{"o1 l1:start": 3.0, "": -1.5}).to_dict()})
    assert [(m.text, m.label, m.value) for m in measures.find(doc)] == [("first", "POSITION", "1")]
    again = Measures().from_bytes(measures.to_bytes())
    assert again.find(doc) == measures.find(doc)


@pytest.mark.parametrize("words", ["tail", "tail end", "last row", "last place", "very back"])
def test_ways_to_tell_the_rear(words: str) -> None:
    text = f"Lee will start from the {words} of it all."
    assert [m.value for m in find_measures(text, any_sense) if m.text == words] == ["rear"]
