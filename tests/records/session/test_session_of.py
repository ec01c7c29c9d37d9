from datetime import date
from typing import Any

import pytest

from polesitter.records.session.fact import Fact
from polesitter.records.session.session_of import class_facts, session_id, session_of
from polesitter.text.layout import find_passages
from polesitter.types import Evidence, Result, Session

from ...marked import read

REPORT = (
    "date 2024-01-25\n[Ann Lee](DRIVER) took the [pole](POSITION) for the "
    "[IMSA Pilot Challenge](SERIES) race at [Daytona](TRACK). There were two red flags."
)


def session(marked: str, results: list[Result] | None = None, day: date | None = None) -> Session:
    text, mentions = read(marked)
    return session_of(text, find_passages(text), mentions, results or [], day)


def test_names_date_and_id_of_a_session() -> None:
    found = session(REPORT, [result(0)])
    assert (found.series, found.event, found.track, found.session_date) == (
        "IMSA Pilot Challenge", None, "Daytona", date(2024, 1, 25),
    )  # fmt: skip
    assert found.session_id == "imsa-pilot-challenge/daytona/2024-01-25"


def test_every_name_and_the_date_have_evidence() -> None:
    text, _ = read(REPORT)
    found = session(REPORT, [result(0)])
    assert [proof.field for proof in found.evidence] == ["series", "track", "session_date"]
    assert all(text[proof.start : proof.end] == proof.text for proof in found.evidence)


def test_a_report_of_no_results_tells_no_day_of_a_session() -> None:
    found = session("date 2024-01-25\n[Ann Lee](DRIVER) led practice at [Daytona](TRACK).")
    assert (found.track, found.session_date, found.session_id) == ("Daytona", None, None)
    assert [proof.field for proof in found.evidence] == ["track"]


IDS = [
    ("IMSA", "Daytona", date(2024, 1, 25), "imsa/daytona/2024-01-25"),
    ("Formula É", "São Paulo", date(2024, 1, 5), "formula-e/sao-paulo/2024-01-05"),
    (None, "Daytona", date(2024, 1, 25), None),
    ("IMSA", None, date(2024, 1, 25), None),
    ("IMSA", "Daytona", None, None),
]


@pytest.mark.parametrize(("series", "track", "day", "expected"), IDS)
def test_ids_join_reports_of_one_session(
    series: str | None, track: str | None, day: date | None, expected: str | None
) -> None:
    assert session_id(series, track, day) == expected


def fact(field: str, value: int | bool | str, car_class: str | None = None) -> Fact:
    return Fact(field, value, car_class, Evidence(field, 0, 1, "x", "fact.x", 1.0))


def result(number: int, **fields: Any) -> Result:
    proofs = tuple(Evidence(f, 0, 1, "x", "r", 1.0) for f in ("driver", "position", "team"))
    return Result(number, evidence=proofs, **fields)


def test_the_whole_session_comes_first_then_each_class() -> None:
    found = class_facts([], [result(0, car_class="TCR"), result(1, car_class="GS")])
    assert [facts.car_class for facts in found] == [None, "TCR", "GS"]


def test_a_fact_of_a_class_stands_in_its_row() -> None:
    whole, gs = class_facts([fact("entries", 20, "GS")], [result(0, car_class="GS")])
    assert (whole.entries, gs.entries) == (None, 20)
    assert [proof.field for proof in gs.evidence] == ["entries"]


def test_facts_of_the_session_and_of_classes_without_rows_stand_in_the_whole() -> None:
    found = class_facts(
        [fact("red_flags", 2), fact("entries", 9, "ST")], [result(0, car_class="GS")]
    )
    assert (found[0].red_flags, found[0].entries, found[1].red_flags) == (2, 9, None)


def test_the_first_telling_of_a_fact_stands() -> None:
    (whole,) = class_facts([fact("entries", 20), fact("entries", 30)], [])
    assert whole.entries == 20


def test_the_pole_driver_is_the_first_of_the_class_and_its_evidence_goes_along() -> None:
    found = class_facts([], [result(0, car_class="GS", position=1, driver="Ann Lee"),
                             result(1, car_class="GS", position=2, driver="Bo Ray")])  # fmt: skip
    assert (found[0].pole_driver, found[1].pole_driver) == (None, "Ann Lee")
    assert [(proof.field, proof.rule) for proof in found[1].evidence] == [("pole_driver", "r")] * 2


def test_two_poles_of_one_class_are_nobody_s() -> None:
    rows = [result(n, position=1, driver=name) for n, name in enumerate(("Ann Lee", "Bo Ray"))]
    assert class_facts([], rows)[0].pole_driver is None
