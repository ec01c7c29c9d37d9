"""Counts over annotated reports."""

from polesitter.learn.corpus import GoldReport
from polesitter.learn.corpus_stats import GroupCount, count
from polesitter.text.plain import Mark

LEE, RAY = Mark(0, 3, "DRIVER", "d1"), Mark(9, 12, "DRIVER", "d2")
AGAIN, POLE = Mark(13, 16, "DRIVER", "d1"), Mark(17, 21, "POSITION")
TEXT = "Lee beat Ray Lee pole"
REPORTS = [
    GoldReport(
        "pilot-01",
        TEXT,
        (LEE, RAY, AGAIN, POLE),
        {"date": None, "series": "Cup", "event": None, "track": None},
        (
            {"driver": "Lee", "position": 1, "status": "classified"},
            {"driver": "Ray", "position": None, "status": "dnq"},
        ),
    ),
    GoldReport("indy-02", "Lee led", (LEE,), {"series": "Cup", "track": "Here"}, ()),
    GoldReport("pilot-03", "No marks", (), {}, ()),
]


def test_groups_are_sorted_and_add_up() -> None:
    stats = count(REPORTS)
    assert list(stats.groups.items()) == [
        ("indy", GroupCount(reports=1, words=2, marks=1, rows=0)),
        ("pilot", GroupCount(reports=2, words=7, marks=4, rows=2)),
    ]
    assert stats.whole() == GroupCount(reports=3, words=9, marks=5, rows=2)


def test_entities_are_counted_within_each_report() -> None:
    drivers = count(REPORTS).labels["DRIVER"]
    assert (drivers.marks, drivers.entities, drivers.surfaces) == (4, 3, {"Lee", "Ray"})


def test_measures_are_no_entities() -> None:
    places = count(REPORTS).labels["POSITION"]
    assert (places.marks, places.entities) == (1, 0)


def test_fields_are_counted_as_they_are_scored() -> None:
    stats = count(REPORTS)
    told = {name: number for name, number in stats.fields.items() if number}
    assert told == {"driver": 2, "position": 1, "status": 1}
    assert "gap" in stats.fields
    assert stats.session == {"date": 0, "series": 2, "event": 0, "track": 1}
