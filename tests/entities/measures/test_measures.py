import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from polesitter.entities.measures import component, find_measures
from polesitter.entities.proposed import FACTS
from polesitter.types import LABELS

WORDS = st.sampled_from(
    "pole third 1:45.166 by .803 seconds half a second No. 93 (#37) Row 2 Q3 June 8, 2024 + 20th"
    " top five 113.575 mph in the - / \n . , first 1m08.412s date tenth and minute minutes".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=40))
def test_mentions_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_measures(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.label in LABELS
        assert mention.value is not None
        assert mention.rule.startswith("measure.")
        end = mention.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for mention in find_measures(text):
        assert text[mention.start : mention.end] == mention.text


def test_an_empty_text_has_no_measures() -> None:
    assert find_measures("") == []


def make_doc(text: str) -> Doc:
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "polesitter.Tokenizer.v1"}}}
    )
    nlp.add_pipe("polesitter_measures")
    return nlp(text)


def test_the_component_adds_candidates_and_their_facts() -> None:
    doc = make_doc("Lee was third, .803 seconds behind.")
    assert [(span.text, span.label_) for span in doc.spans["candidates"]] == [
        ("third", "POSITION"),
        (".803 seconds", "GAP"),
    ]
    assert doc.user_data[FACTS]["15:27:GAP"] == {
        "value": 0.803,
        "unit": "s",
        "approx": False,
        "rule": "measure.gap.seconds",
        "start": 15,
        "end": 27,
        "label": "GAP",
    }


def test_the_component_keeps_candidates_that_stand_already() -> None:
    nlp = spacy.blank("en")
    doc = nlp.make_doc("Lee won the pole")
    doc.spans["candidates"] = [Span(doc, 0, 1, label="DRIVER")]
    component.Measures()(doc)
    assert [span.label_ for span in doc.spans["candidates"]] == ["DRIVER", "POSITION"]


def test_the_facts_survive_a_trip_through_bytes() -> None:
    doc = make_doc("Lee was third.")
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert again.user_data["measures"] == doc.user_data["measures"]
