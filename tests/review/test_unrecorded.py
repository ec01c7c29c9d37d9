"""A driver who is named and has no row: why, and what came closest."""

from dataclasses import replace

import pytest

from polesitter.records.extraction import Extraction
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.explanation_values import report_explanation_values
from polesitter.review.page.explain_page import explain_page
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.session_explanation import explain_session
from polesitter.review.terminal.explanation import report_explanation_text
from polesitter.review.unrecorded import Unrecorded, explain_unrecorded, names_driver
from polesitter.review.weights import LearnedWeights

NOWHERE = PatternPlaces(None)


def without(extraction: Extraction, driver: str) -> Extraction:
    """The report as if a driver had been given no row."""
    kept = tuple(row for row in extraction.results if row.driver != driver)
    return replace(extraction, results=kept)


def told(extraction: Extraction, name: str, weights: LearnedWeights | None = None) -> Unrecorded:
    (one,) = explain_unrecorded(extraction, NOWHERE, name, weights=weights)
    return one


@pytest.mark.parametrize(
    ("chances", "riders", "why"),
    [
        ({"d1": 0.12}, (), "a row was 12% probable, and 40% is the least"),
        ({"d1": 0.7}, (), "a row was 70% probable, but no place, lap, gap or status that is told"),
        ({}, (), "no place, lap, gap or status that is told of it was probable enough"),
        ({"d1": 0.12}, ("d1",), "the car that it shares was qualified by another driver"),
    ],
)
def test_why_there_is_no_row(
    extraction: Extraction, chances: dict[str, float], riders: tuple[str, ...], why: str
) -> None:
    weights = LearnedWeights({}, [], chances, riders)
    assert told(without(extraction, "Bo Carr Jr."), "carr", weights).why.startswith(why)


def test_nothing_told_is_no_outcome(extraction: Extraction) -> None:
    alone = replace(without(extraction, "Cy Dale"), relations=())
    assert told(alone, "Dale").why == "no place, lap, gap or status is told of it"


def test_a_report_without_rows_says_so(extraction: Extraction) -> None:
    why = told(replace(extraction, results=()), "Dale").why
    assert why == "the text states no outcome of a competitor"


def test_what_came_closest_is_told(extraction: Extraction) -> None:
    fields = {one.name: one for one in told(without(extraction, "Bo Carr Jr."), "Carr").row.fields}
    assert [proof.evidence.text for proof in fields["driver"].proofs] == ["Bo Carr Jr."]
    assert fields["lap_time"].why_empty == "'1:29.000' (31%): told of practice"


def test_only_drivers_by_that_name(extraction: Extraction) -> None:
    assert names_driver(extraction, "lee")
    assert not names_driver(extraction, "Honda")
    assert not names_driver(extraction, "Zed")


def test_terminal_page_and_json_tell_it(extraction: Extraction) -> None:
    alone = without(extraction, "Cy Dale")
    weights = LearnedWeights({}, [], {"d2": 0.12345})
    session = explain_session(alone, NOWHERE)
    explained = ReportExplanation(alone, session, (), (told(alone, "Dale", weights),))
    why = "a row was 12% probable, and 40% is the least"
    lines = report_explanation_text(explained)
    assert "Cy Dale  named, and no row" in lines
    assert why in lines
    assert "«Cy Dale» set no time." in lines
    assert why in explain_page(explained)
    (row,) = report_explanation_values(explained)["unrecorded"]
    assert (row["driver"], row["why"], row["chance"]) == ("Cy Dale", why, 0.1235)
