import pytest

from polesitter.learn.scoring.session_score import (
    SESSION_FIELDS,
    Hits,
    same_session_field,
    score_session,
)


@pytest.mark.parametrize(
    ("name", "gold", "found", "right"),
    [
        ("date", "2024-05-04", "2024-05-04", True),
        ("date", "2024-05-04", "2024-05-05", False),
        ("track", "Lime Rock Park", "Lime Rock", True),
        ("track", "Indianapolis Motor Speedway", "Speedway", False),
        ("event", "Lake 200", "Lake 250", False),
        ("series", "Kite Cup", None, False),
        ("track", "Nürburgring", "Nurburgring", True),
    ],
)
def test_session_fields(name: str, gold: str, found: str | None, right: bool) -> None:
    assert same_session_field(name, gold, found) is right


def test_session_hits_count_what_is_wrong_even_where_the_gold_is_silent() -> None:
    hits = {name: Hits() for name in SESSION_FIELDS}
    gold = {"date": None, "series": "Kite Cup", "event": "Lake 200", "track": "Lake Oval"}
    found = {"date": "2024-05-04", "series": "kite cup", "event": "Hill 100", "track": None}
    score_session(gold, found, hits)
    assert hits["date"] == Hits(right=0, stated=0, wrong=1)
    assert hits["series"] == Hits(right=1, stated=1, wrong=0)
    assert hits["event"] == Hits(right=0, stated=1, wrong=1)
    assert hits["track"] == Hits(right=0, stated=1, wrong=0)
