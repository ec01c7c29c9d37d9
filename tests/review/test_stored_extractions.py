"""What the tables keep of a report comes back as it was read."""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from polesitter.records.dataset.tables import build_tables
from polesitter.records.extraction import Extraction
from polesitter.review.stored_extractions import read_extractions
from polesitter.types import Evidence, Mention

SERIES = Evidence("series", 0, 7, "Ann Lee", "learned.names", 0.5)
ENTRIES = Evidence("entries", 0, 7, "Ann Lee", "fact.entries", 1.0)


class Tables:
    """A dataset that is not on disk."""

    def __init__(self, *extractions: Extraction, keep_text: bool = True) -> None:
        self.tables = build_tables(extractions, keep_text=keep_text)

    def table(self, name: str) -> pa.Table:
        return self.tables[name]


@pytest.fixture
def full(extraction: Extraction) -> Extraction:
    """The report with evidence of its session and of its class."""
    (facts,) = extraction.session.classes
    session = replace(
        extraction.session, classes=(replace(facts, evidence=(ENTRIES,)),), evidence=(SERIES,)
    )
    return replace(extraction, session=session)


def read(
    monkeypatch: pytest.MonkeyPatch, tables: Tables, only: str | None = None
) -> list[Extraction]:
    def opened(_: Path) -> Tables:
        return tables

    monkeypatch.setattr("polesitter.review.stored_extractions.open_dataset", opened)
    return list(read_extractions(Path("out"), only))


def told(mention: Mention) -> Mention:
    """A mention as the table has it: measures as text."""
    return replace(mention, value=None if mention.value is None else str(mention.value))


def test_a_report_comes_back_whole(full: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    (back,) = read(monkeypatch, Tables(full))
    assert back.report == full.report
    assert back.mentions == tuple(told(one) for one in full.mentions)
    assert [one.tail for one in back.relations] == [one.tail for one in full.relations]
    assert [one.evidence for one in back.session.classes] == [(ENTRIES,)]
    assert back.session.evidence == (SERIES,)
    for row, given in zip(back.results, full.results, strict=True):
        assert [(e.field, e.start, e.rule) for e in row.evidence] == [
            (e.field, e.start, e.rule) for e in given.evidence
        ]
        assert (row.driver, row.gap_s, row.flags) == (given.driver, given.gap_s, given.flags)


def test_each_report_has_its_own_rows(full: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(
        full, report=replace(full.report, source="other.txt"), results=full.results[:1], mentions=()
    )
    first, second = read(monkeypatch, Tables(full, other))
    assert (len(first.results), len(first.mentions)) == (3, 9)
    assert (len(second.results), len(second.mentions)) == (1, 0)
    (only,) = read(monkeypatch, Tables(full, other), "other")
    assert only.report.source == "other.txt"


def test_a_text_left_out_is_empty(full: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    (back,) = read(monkeypatch, Tables(full, keep_text=False))
    assert back.report.text == ""
    assert len(back.mentions) == 9
