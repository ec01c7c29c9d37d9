"""What goes into a tool's format comes out again: text, offsets, who is who, records."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.formats import FORMATS, Format
from polesitter.learn.exchange.item import NO_SESSION, Item, SetAside

from .conftest import reports

TRIMMED = ("conll", "spacy")
"""Formats whose tokens cannot begin or end with a space."""


def through(name: str, given: list[GoldReport]) -> tuple[list[Item], list[Item]]:
    """What could not be written, and what is read again."""
    kind: Format = FORMATS[name]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "exchanged"
        aside = kind.write(given, path)
        return aside, list(kind.read(path))


def expected(name: str, report: GoldReport) -> GoldReport:
    if FORMATS[name].has_records:
        return report
    return replace(report, session=dict(NO_SESSION), records=())


@pytest.mark.parametrize("name", sorted(FORMATS))
@given(st.data())
def test_a_report_survives(name: str, data: st.DataObject) -> None:
    report = data.draw(reports(edges=name not in TRIMMED))
    if not FORMATS[name].has_records and not report.text.strip():
        return  # a table without tokens
    aside, items = through(name, [report])
    assert aside == []
    assert items == [expected(name, report)]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_corpus_survives(name: str, root: Path) -> None:
    from polesitter.learn.corpus import read_gold

    golds = list(read_gold([root / "corpus" / "dev"]))
    aside, items = through(name, golds)
    assert aside == []
    assert sorted(items, key=str) == sorted((expected(name, gold) for gold in golds), key=str)
    assert any(mark.id for gold in golds for mark in gold.marks)


@pytest.mark.parametrize("name", TRIMMED)
def test_a_mark_that_ends_in_a_space_is_set_aside_and_the_rest_written(
    name: str, plain: GoldReport
) -> None:
    first = plain.marks[0]
    bad = replace(plain, id="bad-01", marks=(replace(first, end=first.end + 1),))
    aside, items = through(name, [bad, plain])
    assert [(one.source, one.offset) for one in aside if isinstance(one, SetAside)] == [
        ("bad-01", 0)
    ]
    assert items == [expected(name, plain)]
