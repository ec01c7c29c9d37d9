"""What a whole report teaches: whether it tells of a session, and of how many whom it names."""

import pytest

from polesitter.learn.relation_model.report_examples import report_examples
from polesitter.learn.relation_model.truth import Lesson, Rows
from polesitter.relations.about.report_words import report_parts

from ...marked import read_all

REPORT = (
    "[Lee](DRIVER) beat [Ray](DRIVER) and [Cox](DRIVER). [Lee](DRIVER) had been [third](POSITION)."
)


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ((), {"SESSION": 0, "SHARE": 0}),
        (("Lee",), {"SESSION": 1, "SHARE": 0}),
        (("Lee", "Ray"), {"SESSION": 1, "SHARE": 1}),
        (("Lee", "Ray", "Cox"), {"SESSION": 1, "SHARE": 2}),
    ],
)
def test_a_report_teaches_how_many_of_those_it_names_have_a_record(
    recorded: tuple[str, ...], told: dict[str, int]
) -> None:
    view, cast = read_all(REPORT)
    records = [{"driver": name, "position": 1 + at} for at, name in enumerate(recorded)]
    lesson = Lesson(view, cast, records, "report-1")
    found = list(report_examples(lesson, Rows(lesson)))
    assert {label: meaning for label, _, meaning in found} == told
    assert all(parts == report_parts(view) for _, parts, _ in found)


def test_a_report_that_names_nobody_teaches_nothing_of_shares() -> None:
    view, cast = read_all("Rain fell.")
    lesson = Lesson(view, cast, [], "report-1")
    assert [label for label, *_ in report_examples(lesson, Rows(lesson))] == ["SESSION"]
