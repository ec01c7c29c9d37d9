from dataclasses import asdict
from datetime import date

import pytest
from spacy.tokens import Doc

from polesitter.entities.overlap_component import MENTIONS
from polesitter.records.component import Records
from polesitter.references.cast import cast_of
from polesitter.relations.component import Relations
from polesitter.text.layout_component import Layout
from polesitter.types import Session

from ..marked import make_doc, read

REPORT = (
    "date 2024-01-25\n[Ann Lee](DRIVER) took the [pole](POSITION) for the "
    "[IMSA](SERIES) race of cars at [Daytona](TRACK) in a lap of [1:45.166](LAPTIME). "
    "The race has a field of 33."
)
WEIGHTS = {
    "POSITION": {"classes": ["no", "position", "grid"], "weights": {"hv": [4.0, -4.0]}},
    "LAPTIME": {"classes": ["no", "lap_time"], "weights": {"hv": [4.0]}},
}


@pytest.fixture
def doc() -> Doc:
    return read_through(REPORT)


def read_through(marked: str, published: str | None = None) -> Doc:
    """A document after the last stage, with a few weights by hand."""
    text, mentions = read(marked)
    doc = Layout()(make_doc(text))
    doc.user_data[MENTIONS] = [asdict(mention) for mention in mentions]
    doc.user_data["cast"] = cast_of(mentions).to_dict()
    doc.user_data["published"] = published
    doc = Relations("relations").set_data({"model": WEIGHTS})(doc)
    return Records("records").set_data({"makes": []})(doc)


def test_results_are_read_from_the_document(doc: Doc) -> None:
    (result,) = doc._.results
    assert (result.driver, result.position, result.lap_time_s) == ("Ann Lee", 1, 105.166)
    assert all(doc.text[p.start : p.end] == p.text for p in result.evidence)


def test_the_session_is_read_from_the_document(doc: Doc) -> None:
    session = doc._.session
    assert (session.series, session.track, session.session_date) == (
        "IMSA", "Daytona", date(2024, 1, 25),
    )  # fmt: skip
    assert [(facts.pole_driver, facts.entries) for facts in session.classes] == [("Ann Lee", 33)]


def test_mentions_relations_and_the_score_are_read_from_the_document(doc: Doc) -> None:
    assert doc._.mentions[0].text == "Ann Lee"
    assert {relation.kind for relation in doc._.relations} == {"qualified", "lap_time"}
    assert 0.0 < doc._.qualifying <= 1.0


def test_all_of_it_survives_a_trip_through_bytes(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert again._.results == doc._.results
    assert again._.session == doc._.session
    assert again._.relations == doc._.relations
    assert again._.mentions == doc._.mentions


def test_a_document_of_nothing_gives_nothing() -> None:
    doc = make_doc("Lee won.")
    assert (doc._.results, doc._.session, doc._.relations, doc._.qualifying) == (
        [],
        Session(),
        [],
        0.0,
    )


def test_a_text_about_no_qualifying_has_no_rows() -> None:
    doc = read_through("[Ann Lee](DRIVER) was [third](POSITION) in the vote.")
    assert doc._.results == []
    assert doc._.qualifying == 0.0


def test_the_day_of_publication_dates_a_weekday() -> None:
    doc = read_through(
        "[Ann Lee](DRIVER) took the [pole](POSITION) for the race of cars on [Friday](DATE) "
        "at [Daytona](TRACK).",
        published="2024-01-27",
    )
    assert [result.driver for result in doc._.results] == ["Ann Lee"]
    assert doc._.session.session_date == date(2024, 1, 26)
