from dataclasses import replace

from polesitter.records.extraction import Extraction
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.session_explanation import explain_session
from polesitter.review.terminal.explanation import report_explanation_text
from polesitter.types import ClassFacts, Evidence, Session

NOWHERE = PatternPlaces(None)
LEE = Evidence("pole_driver", 0, 7, "Ann Lee", "reference.driver", 1.0)


def test_a_fact_has_its_sentence(extraction: Extraction) -> None:
    track = Evidence("track", 88, 93, "Honda", "learned.names", 0.6)
    session = Session(track="Honda", evidence=(track,))
    fields = {
        f.name: f for f in explain_session(replace(extraction, session=session), NOWHERE).fields
    }
    assert fields["track"].value == "Honda"
    assert fields["track"].proofs[0].sentence.text.startswith("Bo Carr Jr. was")
    assert fields["series"].why_empty == "the report names no series"
    assert fields["session_id"].why_empty == "not known: series, day"


def test_a_class_has_its_facts_and_reasons(extraction: Extraction) -> None:
    facts = ClassFacts("GTD", pole_driver="Ann Lee", track_record=False, evidence=(LEE,))
    session = Session("id", "a", "b", "c", None, (facts,))
    (one,) = explain_session(replace(extraction, session=session), NOWHERE).classes
    fields = {field.name: field for field in one.fields}
    assert (one.car_class, fields["track_record"].value) == ("GTD", "no")
    assert fields["pole_driver"].proofs[0].sentence.text.startswith("Ann Lee took pole")
    assert fields["entries"].why_empty == "no phrase of the report tells it"


def test_a_class_of_which_anything_is_told_is_shown(extraction: Extraction) -> None:
    facts = (ClassFacts("GTD", pole_driver="Ann Lee", evidence=(LEE,)), ClassFacts("GTX"))
    session = explain_session(replace(extraction, session=Session(classes=facts)), NOWHERE)
    page = report_explanation_text(ReportExplanation(extraction, session, ()))
    assert "\nGTD\n" in page
    assert "GTX" not in page
