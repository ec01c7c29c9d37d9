import pytest
from spacy.tokens import Doc

from polesitter.text.layout import find_passages
from polesitter.text.layout_component import PASSAGES, Layout, passages_of

from ..marked import make_doc

TEXTS = [
    "Lee Wins Pole\n\nAnn Lee won the pole at Sebring on a cold day. Bo Ray was second.\n"
    "1. Ann Lee, Ford, 1:45.166\n2. Bo Ray, BMW, 1:45.200",
    "date 2024-01-25\nThe No. 93 Acura won. It was close.",
    "One line.",
    "",
]


@pytest.fixture(params=TEXTS)
def doc(request: pytest.FixtureRequest) -> Doc:
    text: str = request.param
    return Layout()(make_doc(text))


def test_the_passages_are_those_of_the_text(doc: Doc) -> None:
    assert passages_of(doc) == find_passages(doc.text)


def test_sections_cover_the_passages_and_bear_their_kinds(doc: Doc) -> None:
    assert [(span.label_, span.text) for span in doc.spans["sections"]] == [
        (passage.kind, doc.text[passage.start : passage.end]) for passage in find_passages(doc.text)
    ]


def test_sentences_start_where_passages_do(doc: Doc) -> None:
    starts = [token.idx for token in doc if token.is_sent_start]
    assert starts == [passage.start for passage in find_passages(doc.text)]


def test_the_passages_survive_a_trip_through_bytes(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert passages_of(again) == passages_of(doc)


def test_a_document_without_layout_has_no_passages() -> None:
    doc = make_doc("Lee won.")
    assert PASSAGES not in doc.user_data
    assert passages_of(doc) == []
