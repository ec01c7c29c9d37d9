"""What the stage after relations is handed: the same with the values at hand and without."""

from dataclasses import asdict

from spacy.tokens import Doc

from polesitter.entities.overlap_component import MENTIONS
from polesitter.records.component import Records
from polesitter.references.cast import Cast, cast_of
from polesitter.relations.component import Relations
from polesitter.relations.found import CAST, JUDGED, found_in
from polesitter.relations.judged import Judged
from polesitter.text.layout_component import Layout

from ..marked import CUES, make_doc, read

MARKED = (
    "[Ann Lee](DRIVER) took the [pole](POSITION) in [1:45.166](LAPTIME) ahead of "
    "[Bo Ray](DRIVER), with a gap of [0.2](GAP), and [31](NUMBER) was disqualified. "
    "The cars of the grid qualified for the race."
)
DATA = {
    "cues": [dict(line) for line in CUES],
    "model": {
        "POSITION": {"classes": ["no", "position", "grid"], "weights": {"hv": [4.0, -4.0]}},
        "GAP": {"classes": ["no", "gap"], "weights": {"hv": [4.0]}},
    },
}


def related(marked: str = MARKED) -> Doc:
    text, mentions = read(marked)
    doc = Layout()(make_doc(text))
    doc.user_data[MENTIONS] = [asdict(mention) for mention in mentions]
    doc.user_data[CAST] = cast_of(mentions).to_dict()
    return Relations("relations").set_data(DATA)(doc)


def copied(doc: Doc) -> Doc:
    return Doc(doc.vocab).from_bytes(doc.to_bytes())


def test_what_is_at_hand_is_what_the_plain_data_say() -> None:
    doc = related()
    at_hand, made_again = found_in(doc), found_in(doc)
    assert at_hand.judged.claims
    assert at_hand.judged.targets
    assert at_hand.cues
    assert at_hand == made_again


def test_a_copy_is_read_from_its_plain_data() -> None:
    doc = related()
    copy = copied(doc)
    assert found_in(copy) == found_in(doc)


def test_other_data_put_in_their_place_are_believed() -> None:
    doc = related()
    doc.user_data[JUDGED] = {**doc.user_data[JUDGED], **Judged([]).to_dict()}
    assert found_in(doc).judged.claims == []
    doc = related()
    doc.user_data[CAST] = Cast(entries={"x7": ("7", None)}).to_dict()
    assert found_in(doc).cast.entries == {"x7": ("7", None)}
    doc = related()
    doc.user_data[MENTIONS] = doc.user_data[MENTIONS][:1]
    assert [mention.text for mention in found_in(doc).mentions] == ["Ann Lee"]


def test_documents_do_not_get_each_others_claims() -> None:
    first = related()
    other = related("[Cy Poe](DRIVER) was [third](POSITION).")
    records = Records("records").set_data({"makes": []})
    assert "Ann Lee" in {result.driver for result in records(first)._.results}
    assert {claim.value for claim in found_in(other).judged.claims} >= {"3"}
