import json
from dataclasses import asdict

from spacy.tokens import Doc

from polesitter.entities.overlap_component import MENTIONS
from polesitter.references.cast import Cast, cast_of
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.component import Relations
from polesitter.relations.found import JUDGED
from polesitter.relations.judged import Judged
from polesitter.text.layout_component import Layout

from ..marked import CUES, make_doc, read

DATA = {
    "cues": [dict(line) for line in CUES],
    "model": {"STATUS": {"classes": ["no", "status"], "weights": {"hv": [4.0]}}},
}


def make(marked: str) -> Doc:
    """A document as the stage before relations leaves it."""
    text, mentions = read(marked)
    doc = Layout()(make_doc(text))
    doc.user_data[MENTIONS] = [asdict(mention) for mention in mentions]
    doc.user_data["cast"] = cast_of(mentions).to_dict()
    return doc


def test_judged_claims_are_kept_as_plain_data() -> None:
    doc = Relations("relations").set_data(DATA)(make("The No. [31](NUMBER) was disqualified."))
    kept = doc.user_data[JUDGED]
    assert json.loads(json.dumps(kept)) == kept
    (status,) = [claim for claim in Judged.from_dict(kept).claims if claim.label == "STATUS"]
    assert (status.competitor, status.value) == ("x0", "disallowed")
    assert status.scores["status"] > 0.9


def test_cars_without_a_driver_join_the_cast_and_the_heads() -> None:
    doc = Relations("relations").set_data(DATA)(make("The No. [31](NUMBER) was disqualified."))
    assert Cast.from_dict(doc.user_data["cast"]).entries == {"x0": ("31", None)}
    assert doc.user_data[JUDGED]["heads"] == {"0": "x0"}


def test_cues_are_kept_with_their_places() -> None:
    doc = Relations("relations").set_data(DATA)(make("The No. [31](NUMBER) was disqualified."))
    (cue,) = doc.user_data[JUDGED]["cues"]
    start, end, label, value, _ = cue
    assert (doc.text[start:end], label, value) == ("disqualified", "STATUS", "disallowed")


def test_the_words_that_prove_a_status_are_kept_after_the_cues() -> None:
    weights = {"": [-3.0] * 4, "r:stalled": [6.0, 0.0, 0.0, 0.0]}
    model = {"UNCLASSIFIED": {"classes": ["no", *MEANINGS["UNCLASSIFIED"]], "weights": weights}}
    doc = Relations("relations").set_data({**DATA, "model": model})(
        make("[Ray](DRIVER) was disqualified. [Lee](DRIVER) stalled.")
    )
    kept = doc.user_data[JUDGED]
    (status,) = [c for c in Judged.from_dict(kept).claims if c.label == "UNCLASSIFIED"]
    start, end, label, value, _ = kept["cues"][status.mention - len(doc.user_data[MENTIONS])]
    assert (doc.text[start:end], label, value) == ("stalled", "STATUS", "no_time")
    assert len(kept["cues"]) == 2


def test_a_component_without_data_judges_nothing() -> None:
    doc = Relations("relations")(make("[Lee](DRIVER) was [third](POSITION)."))
    assert all(not claim.scores for claim in Judged.from_dict(doc.user_data[JUDGED]).claims)


def test_the_data_comes_back_from_bytes() -> None:
    one = Relations("relations").set_data(DATA)
    other = Relations("relations").from_bytes(one.to_bytes())
    marked = "[Lee](DRIVER) was disqualified."
    assert other(make(marked)).user_data == one(make(marked)).user_data
