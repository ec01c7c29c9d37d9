from dataclasses import asdict

import pytest
from spacy.tokens import Doc, SpanGroup

from polesitter.entities.overlap_component import MENTIONS
from polesitter.references.cast import cast_of
from polesitter.relations.about.is_qualifying import QUALIFYING, qualifying_score
from polesitter.relations.component import Relations
from polesitter.relations.found import JUDGED
from polesitter.relations.framing_component import Framing
from polesitter.relations.judged import Judged
from polesitter.text.layout_component import Layout

from ..marked import make_doc, read

VOTE = "[Ann Lee](DRIVER) was [third](POSITION) in the vote."
GRID = (
    "[Ann Lee](DRIVER) qualified [third](POSITION) on the grid with a lap of the circuit, "
    "and the cars race today."
)


def framed(marked: str) -> Doc:
    text, mentions = read(marked)
    doc = Layout()(make_doc(text))
    doc.user_data[MENTIONS] = [asdict(mention) for mention in mentions]
    doc.user_data["cast"] = cast_of(mentions).to_dict()
    doc.spans["mentions"] = SpanGroup(doc, name="mentions")
    return Framing("framing")(doc)


@pytest.mark.parametrize("marked", [VOTE, GRID])
def test_framing_notes_how_far_a_text_speaks_of_qualifying(marked: str) -> None:
    doc = framed(marked)
    assert doc.user_data[QUALIFYING] == qualifying_score(doc.text)


@pytest.mark.parametrize(("marked", "relates"), [(VOTE, False), (GRID, True)])
def test_only_what_tells_of_qualifying_is_related(marked: str, relates: bool) -> None:
    doc = Relations("relations")(framed(marked))
    assert bool(Judged.from_dict(doc.user_data[JUDGED]).claims) is relates
    assert bool(doc.user_data[JUDGED]["heads"]) is relates
