"""Words of several senses: what decides, and what components make of it."""

import pytest
from spacy.lang.en import English

from polesitter.entities.linear import LinearModel
from polesitter.entities.measures.component import Measures
from polesitter.entities.measures.find import find_measures
from polesitter.entities.senses.sense import (
    CLASS,
    PLACE,
    LearnedSense,
    Sense,
    any_sense,
    learned_sense,
)


def places(text: str, **sense: Sense) -> list[str]:
    return [m.text for m in find_measures(text, **sense) if m.label == "POSITION"]


def model(**weights: float) -> LinearModel:
    return LinearModel(("no", "yes"), {name: (value,) for name, value in weights.items()})


def test_without_a_model_the_rules_decide() -> None:
    assert learned_sense({}, 0.0) is None
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


def test_what_is_written_as_a_place_may_be_a_class() -> None:
    sense = LearnedSense(model(**{"p r1:class": -3.0, "": 1.0}), 0.0)
    assert places("P2 in the P2 class went to Lee.") == ["P2", "P2"]
    assert places("P2 in the P2 class went to Lee.", places=sense) == ["P2"]


def test_the_doubtful_is_a_place_but_no_class() -> None:
    doubt = {"sense": model().to_dict()}
    text = "Lee went third in Am"
    for word, least, expected in (("third", PLACE, True), ("Am", CLASS, False)):
        sense = learned_sense(doubt, least)
        assert sense is not None
        start = text.index(word)
        assert bool(sense(text, start, start + len(word), word)) is expected


@pytest.mark.parametrize("words", ["tail", "tail end", "last row", "last place", "very back"])
def test_ways_to_tell_the_rear(words: str) -> None:
    text = f"Lee will start from the {words} of it all."
    assert [m.value for m in find_measures(text, any_sense) if m.text == words] == ["rear"]
