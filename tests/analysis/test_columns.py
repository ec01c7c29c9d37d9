import shutil
from pathlib import Path
from typing import Any

import pytest

import polesitter
from polesitter.analysis.columns import OfSources, read_rows, read_rows_of
from polesitter.analysis.outline import Dated, Outline
from polesitter.analysis.pole_rows import FirstPlaces
from polesitter.analysis.source import load_outline
from polesitter.analysis.wanted import Wanted
from polesitter.errors import PolesitterError
from polesitter.records.extraction import Extraction
from polesitter.types import Report, Result

from .conftest import MakeTold, Write

ASKED = ("source", "position")


def test_only_chosen_rows_are_given(out: Path) -> None:
    dataset = polesitter.open(out)
    assert sorted(read_rows(dataset, "results", ASKED, FirstPlaces(Wanted()))) == [
        ("a.txt", 1), ("b.txt", 1), ("c.txt", 1),
    ]  # fmt: skip
    assert len(list(read_rows(dataset, "results", ASKED))) == 5


def test_rows_between_two_chosen_ones_are_left_out(write: Write) -> None:
    results = tuple(Result(place - 1, position=place) for place in (1, 2, 3))
    report = Extraction(Report("a.txt", "", "0" * 64), "model 1", results=results)
    dataset = polesitter.open(write([report]))

    class Odd:
        columns = ("position",)

        def __call__(self, values: tuple[Any, ...]) -> bool:
            return bool(values[0] % 2)

    assert list(read_rows(dataset, "results", ("position",), Odd())) == [(1,), (3,)]


def test_rows_of_some_reports(out: Path) -> None:
    dataset = polesitter.open(out)
    found = sorted(read_rows_of(dataset, "results", ASKED, ["b.txt"]))
    assert found == [("b.txt", 1), ("b.txt", 3)]
    assert list(read_rows_of(dataset, "reports", ("text",), ["c.txt"])) == [
        ("Cy Fox has pole, 1. ",)
    ]


def test_a_column_that_an_older_part_lacks_is_null(out: Path) -> None:
    rows = list(read_rows(polesitter.open(out), "results", ("source", "later_column")))
    assert {value for _, value in rows} == {None}


def test_a_part_of_a_later_run_is_refused(out: Path) -> None:
    dataset = polesitter.open(out)
    for part in dataset.manifest.tables["results"]:
        shutil.copyfile(out / "errors" / "part-0000.parquet", out / "results" / part)
    with pytest.raises(PolesitterError, match="replaced by another run"):
        list(read_rows(dataset, "results", ASKED))


def test_outline_knows_what_is_shared_and_what_comes_first(out: Path) -> None:
    outline = load_outline(out, Wanted())
    assert outline.shared() == OfSources(frozenset({"a.txt", "b.txt"}))
    assert outline.first(1) == OfSources(frozenset({"a.txt", "b.txt"}))
    assert len(outline.sources) == 2


def test_sessions_without_a_day_come_last(told: MakeTold) -> None:
    rows = [Dated("a", None, "A", None, None), Dated("b", None, "Z", None, told().session_date)]
    assert Outline(rows, Wanted().aliases).first(1) == OfSources(frozenset({"b"}))
