import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from polesitter.records.extraction import Extraction
from polesitter.types import ClassFacts, Evidence, Mention, Relation, Report, Result, Session

TEXT = (
    "Ann Lee took pole for Red Kites with a lap of 1:23.529.\n"
    "Bo Carr Jr. was .803 seconds back in a Honda, after 1:29.000 in practice. "
    "Cy Dale set no time."
)


def span(words: str, label: str, **more: Any) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), words, label, **more)


MENTIONS = (
    span("Ann Lee", "DRIVER", rule="driver:ann-lee", entity_id="d0"),
    span("pole", "POSITION", value="1", framing="outcome"),
    span("Red Kites", "TEAM", entity_id="t0"),
    span("1:23.529", "LAPTIME", value=83.529, framing="outcome"),
    span("Bo Carr Jr.", "DRIVER", entity_id="d1"),
    span(".803 seconds", "GAP", value=0.803, framing="outcome"),
    span("Honda", "CAR"),
    span("1:29.000", "LAPTIME", value=89.0, framing="practice"),
    span("Cy Dale", "DRIVER", entity_id="d2"),
)


def proof(field: str, mention: int, rule: str, score: float = 1.0) -> Evidence:
    one = MENTIONS[mention]
    return Evidence(field, one.start, one.end, one.text, rule, score)


RESULTS = (
    Result(
        0,
        position=1,
        driver="Ann Lee",
        team="Red Kites",
        lap_time_s=83.529,
        confidence=0.97,
        evidence=(
            proof("driver", 0, "driver:ann-lee"),
            proof("position", 1, "link.position", 0.98),
            proof("team", 2, "link.team", 0.9),
            proof("lap_time_s", 3, "link.lap_time", 0.99),
        ),
    ),
    Result(
        1,
        driver="Bo Carr Jr.",
        car="Honda",
        gap_s=0.803,
        gap_to="leader",
        confidence=0.5,
        flags=("position_unsure",),
        evidence=(proof("driver", 4, "reference.driver"), proof("gap_s", 5, "link.gap")),
    ),
    Result(
        2,
        driver="Cy Dale",
        status="no_time",
        confidence=0.25,
        evidence=(proof("driver", 8, "reference.driver"),),
    ),
)
RELATIONS = (
    Relation("lap_time", 0, 3, "83.529", "outcome", "link.lap_time", 0.99, True),
    Relation("lap_time", 4, 7, "89.0", "practice", "link.lap_time", 0.31, False),
)


@pytest.fixture
def extraction() -> Extraction:
    """Three drivers: a pole, a gap without a place, no time; a practice lap that is no result."""
    facts = ClassFacts(entries=1, red_flags=2, track_record=True, race_start="5 p.m.")
    session = Session(None, "Kite Cup", "Lake 200", "Lake Oval", date(2024, 5, 4), (facts,))
    report = Report("lake.txt", TEXT, "0" * 64)
    return Extraction(report, "en_fake 1.0", 0.93, session, RESULTS, MENTIONS, RELATIONS)


@pytest.fixture(scope="session")
def pictures(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go: with PICTURES=rewrite to those of the docs."""
    if os.environ.get("PICTURES") == "rewrite":
        return root / "docs" / "images"
    return tmp_path_factory.mktemp("pictures")
