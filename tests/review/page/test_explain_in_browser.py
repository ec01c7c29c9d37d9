"""The page of an explanation in real Chromium."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.records.extraction import Extraction
from polesitter.review.explain import explain
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.page.explain_page import explain_page
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.session_explanation import explain_session
from polesitter.types import ClassFacts

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def test_a_row_shows_sentence_rule_and_reason(why: Path, open_page: Open) -> None:
    page = open_page(why)
    lee, carr = page.locator(".card").nth(0), page.locator(".card").nth(1)
    assert lee.locator("mark").all_inner_texts() == ["Ann Lee", "pole", "Red Kites", "1:23.529"]
    assert "link.lap_time 99%" in " ".join(lee.inner_text().split())
    assert "'1:29.000' (31%): told of practice" in carr.inner_text()


def test_the_list_tells_classes_apart_and_leaves_none_out(
    extraction: Extraction, tmp_path: Path, open_page: Open
) -> None:
    lee = extraction.results[0]
    session = replace(
        extraction.session, classes=(ClassFacts("GTP"), ClassFacts(), ClassFacts("GT", entries=3))
    )
    rows = (replace(lee, car_class="GTP"), replace(lee, car_class="GT"))
    told = replace(extraction, results=rows, session=session)
    places = PatternPlaces(None)
    explanation = ReportExplanation(
        told, explain_session(told, places), tuple(explain(told, places))
    )
    path = tmp_path / "classes.html"
    path.write_text(explain_page(explanation), encoding="utf-8")
    entries = [
        " ".join(one.split()) for one in open_page(path).locator(".list li").all_inner_texts()
    ]
    assert entries == ["1. Ann Lee GTP", "1. Ann Lee GT", "Session", "GTP", "GT"]


def test_finding(why: Path, open_page: Open) -> None:
    page = open_page(why)
    page.keyboard.press("/")
    page.keyboard.type("honda carr")
    assert page.locator(".card:visible h2").all_inner_texts() == ["Bo Carr Jr."]
    assert page.locator(".list a:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".card:visible").count() > 3


def test_rows_are_walked_by_key(why: Path, open_page: Open) -> None:
    page = open_page(why)
    for key, row in (("j", "row-0"), ("j", "row-1"), ("k", "row-0")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == row


def test_no_page_is_wider_than_its_window(why: Path, open_page: Open) -> None:
    for width in (360, 1280):
        page = open_page(why, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
