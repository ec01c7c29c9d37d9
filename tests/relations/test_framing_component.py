from dataclasses import asdict

from spacy.tokens import Doc, SpanGroup

from polesitter.entities.overlap_component import MENTIONS, mentions_of
from polesitter.relations.framing_component import Framing
from polesitter.text.layout_component import Layout

from ..marked import make_doc, read

CUES = [{"cue": "practice", "framing": "practice"}]


def framed(marked: str) -> Doc:
    text, mentions = read(marked)
    doc = Layout()(make_doc(text))
    doc.user_data[MENTIONS] = [asdict(mention) for mention in mentions]
    doc.spans["mentions"] = SpanGroup(doc, name="mentions")
    return Framing("framing").set_data({"cues": CUES})(doc)


def test_framings_are_written_into_the_mentions() -> None:
    doc = framed("[Lee](DRIVER) was [third](POSITION) in practice. She took [pole](POSITION).")
    assert [(m.text, m.framing) for m in mentions_of(doc)] == [
        ("Lee", None), ("third", "practice"), ("pole", "outcome"),
    ]  # fmt: skip


def test_the_span_group_has_the_same_facts() -> None:
    doc = framed("[Lee](DRIVER) was [third](POSITION) in practice.")
    assert doc.spans["mentions"].attrs == {"1": doc.user_data[MENTIONS][1]}


def test_a_document_without_mentions_is_left_as_it_is() -> None:
    doc = framed("Nothing to frame in practice.")
    assert mentions_of(doc) == []
