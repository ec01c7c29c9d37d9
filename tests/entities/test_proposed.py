"""The candidates of a document as rows: those of the spans, whoever added them."""

from spacy.tokens import Doc, Span, SpanGroup

from polesitter.entities.candidate import Candidate
from polesitter.entities.proposed import CANDIDATES, propose, proposed

from ..marked import make_doc

TEXT = "Lee won in a Ferrari at Lime Rock."


def spans(doc: Doc) -> list[tuple[int, int, int, int, str, str]]:
    return [
        (span.start, span.end, span.start_char, span.end_char, span.label_, span.id_ or "pattern")
        for span in doc.spans[CANDIDATES]
    ]


def add(doc: Doc, start: int, end: int, label: str, rule: str = "") -> None:
    span = Span(doc, start, end, label=label, span_id=rule)
    row = Candidate(start, end, span.start_char, span.end_char, label, rule or "pattern")
    propose(doc, [span], [row])


def test_rows_are_those_of_the_spans() -> None:
    doc = make_doc(TEXT)
    assert list(proposed(doc)) == []
    add(doc, 4, 5, "CAR", "car:ferrari")
    add(doc, 6, 8, "TRACK")
    assert [row[:-1] for row in proposed(doc)] == spans(doc)
    assert [row.label for row in proposed(doc)] == ["CAR", "TRACK"]


def test_spans_that_others_add_are_rows_too() -> None:
    doc = make_doc(TEXT)
    doc.spans[CANDIDATES] = [Span(doc, 0, 1, label="DRIVER")]
    add(doc, 4, 5, "CAR")
    doc.spans[CANDIDATES].append(Span(doc, 6, 8, label="TRACK", span_id="track:lime-rock"))
    assert [row[:-1] for row in proposed(doc)] == spans(doc)
    assert [row.rule for row in proposed(doc)] == ["pattern", "pattern", "track:lime-rock"]


def test_a_group_that_was_replaced_is_read_anew() -> None:
    doc = make_doc(TEXT)
    add(doc, 4, 5, "CAR")
    doc.spans[CANDIDATES] = SpanGroup(doc, name=CANDIDATES, spans=[doc[0:1]])
    assert [row[:-1] for row in proposed(doc)] == spans(doc)


def test_documents_read_in_turn_keep_their_candidates() -> None:
    one, other = make_doc(TEXT), make_doc(TEXT)
    add(one, 4, 5, "CAR")
    add(other, 6, 8, "TRACK")
    add(one, 0, 1, "DRIVER")
    assert [row.label for row in proposed(one)] == ["CAR", "DRIVER"]
    assert [row.label for row in proposed(other)] == ["TRACK"]


def test_spans_that_others_add_have_the_scores_and_rules_that_are_noted_of_them() -> None:
    doc = make_doc(TEXT)
    doc.user_data["learned"] = {"0:3:DRIVER": 0.75}
    doc.user_data["measures"] = {"13:20:SEGMENT": {"rule": "measure.segment"}}
    doc.spans[CANDIDATES] = [
        Span(doc, 0, 1, label="DRIVER", span_id="learned.names"), Span(doc, 4, 5, label="SEGMENT"),
    ]  # fmt: skip
    told = [(row.rule, row.score) for row in proposed(doc)]
    assert told == [("learned.names", 0.75), ("measure.segment", 1.0)]
