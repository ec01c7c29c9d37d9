"""What the stage after relations is handed: the same with the values at hand and without."""

import gc
from dataclasses import asdict
from weakref import ref

from spacy.tokens import Doc

from polesitter.entities.overlap_component import MENTIONS
from polesitter.records.component import Records
from polesitter.references.cast import Cast, cast_of
from polesitter.relations.component import Relations
from polesitter.relations.found import CAST, JUDGED, found_in, note_found
from polesitter.relations.judged import Judged
from polesitter.relations.reading.view import View
from polesitter.text.batch_size import BATCH
from polesitter.text.batches import MOST_KEPT
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


class Watched(Judged):
    """Claims of which one can see whether they are still in memory."""


def noted(judged: Judged) -> Doc:
    """A document in which these claims were found."""
    doc = make_doc("Lee.")
    note_found(doc, View("Lee.", [], []), judged, Cast(), 0)
    return doc


def test_who_asks_first_is_handed_the_very_values() -> None:
    judged = Judged([])
    doc = noted(judged)
    assert found_in(doc).judged is judged
    again = found_in(doc)
    assert again.judged is not judged
    assert again.judged == judged


def test_values_are_kept_of_all_documents_of_a_batch() -> None:
    judged = [Judged([]) for _ in range(BATCH)]
    docs = [noted(one) for one in judged]
    assert all(found_in(doc).judged is one for doc, one in zip(docs, judged, strict=True))


def test_values_of_many_documents_are_not_kept() -> None:
    judged = Judged([])
    first = noted(judged)
    later = [noted(Judged([])) for _ in range(MOST_KEPT)]
    assert found_in(first).judged is not judged
    assert later


def test_values_that_nobody_asks_for_go_with_their_document() -> None:
    judged = Watched([])
    watch = ref(judged)
    doc = noted(judged)
    del judged
    assert watch() is not None
    del doc
    gc.collect()
    assert watch() is None


def test_values_that_were_handed_over_are_kept_no_longer() -> None:
    judged = Watched([])
    watch = ref(judged)
    doc = noted(judged)
    del judged
    found_in(doc)
    gc.collect()
    assert watch() is None


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
