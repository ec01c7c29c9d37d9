from dataclasses import asdict
from datetime import date

from polesitter.records.plain import plain_result, plain_session
from polesitter.types import ClassFacts, Evidence, Result, Session

PROOF = Evidence("driver", 0, 3, "Lee", "rule", 0.5)


def test_a_result_keeps_every_field_with_lists_for_tuples() -> None:
    result = Result(0, driver="Lee", flags=("a", "b"), evidence=(PROOF,))
    expected = asdict(result)
    expected["flags"], expected["evidence"] = ["a", "b"], [asdict(PROOF)]
    assert plain_result(result) == expected


def test_a_session_tells_its_day_as_text() -> None:
    facts = ClassFacts("GS", entries=20, evidence=(PROOF,))
    row = plain_session(Session(track="Sebring", session_date=date(2024, 5, 4), classes=(facts,)))
    assert (row["track"], row["session_date"]) == ("Sebring", "2024-05-04")
    assert row["classes"] == [{**asdict(facts), "evidence": [asdict(PROOF)]}]
    assert plain_session(Session())["session_date"] is None
