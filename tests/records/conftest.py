from collections.abc import Callable
from datetime import date

import pytest

from polesitter.records.extraction import Extraction
from polesitter.types import ClassFacts, Evidence, Mention, Relation, Report, Result, Session

MakeExtraction = Callable[[str], Extraction]
"""An extraction of a report with this source."""


@pytest.fixture(autouse=True)
def few_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """New datasets have few parts: each costs a wait for the disk."""
    monkeypatch.setattr("polesitter.records.dataset.write.BUCKETS", 3)


@pytest.fixture
def bare() -> MakeExtraction:
    """An extraction with nothing but a result of which nothing is known."""

    def make(source: str) -> Extraction:
        return Extraction(Report(source, "Nothing.", "0" * 64), "en_x 1", results=(Result(0),))

    return make


@pytest.fixture
def full() -> MakeExtraction:
    """An extraction in which every field is filled."""

    def make(source: str) -> Extraction:
        proof = Evidence("driver", 0, 3, "Ann", "rule.a", 0.123456)
        result = Result(
            0, "Race 1", "GS", 2, 15, True, "Ann", "~ann", "Team A", "~team-a", "Ford Mustang",
            "Ford", "08", 113.575, "mph", 182.78, 105.166, 0.803, "leader", True, "Q3",
            "disallowed", 0.98764, ("late", "early"), (proof,),
        )  # fmt: skip
        facts = ClassFacts("GS", "Ann", 30, 2, True, "Bea", 1999, "14:05 ET", "NBC", (proof,))
        session = Session(
            "s-1", "Series", "Event", "Track", date(2024, 5, 4),
            (ClassFacts(), facts),
            (Evidence("track", 4, 9, "Track", "rule.t", 1.0),),
        )  # fmt: skip
        mention = Mention(
            0, 3, "Ann", "SPEED", 1.5, "mph", True, "rule.m", 0.33333, "d1", "outcome"
        )
        relation = Relation("drives", 0, 0, "x", "outcome", "rule.r", 0.66666, True)
        report = Report(source, "Ann Track", "f" * 64, "A title", date(2024, 5, 5))
        return Extraction(report, "en_x 1", 0.5, session, (result,), (mention,), (relation,))

    return make
