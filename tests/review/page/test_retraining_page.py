"""The page of a retraining: whole, escaped, usable in a browser."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polesitter.review.page.retraining_page import quoted, retraining_page
from polesitter.review.retraining.story import Cell, tell

from ...retraining_sample import promoted, refused
from .test_accessible import faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
CHART = '<svg viewBox="0 0 9 9"><text>all</text></svg>'


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(retraining_page(tell(refused()), CHART, CHART), encoding="utf-8")
    return path


def test_what_reports_say_is_escaped() -> None:
    page = retraining_page(tell(promoted()))
    assert "&lt;b&gt;not&lt;/b&gt;" in page
    assert "<b>not</b>" not in page


def test_charts_are_left_out_where_there_are_none() -> None:
    assert 'class="chart"' not in retraining_page(tell(promoted()))
    assert retraining_page(tell(promoted()), CHART, CHART).count(CHART) == 2


@pytest.mark.parametrize(
    ("gold", "new", "words"),
    [("0.204", "nothing", "0.204"), ("nothing", "adrift", "adrift"), ("9", "8", "")],
)
def test_the_words_that_matter_are_marked(gold: str, new: str, words: str) -> None:
    sentence = "Strand was 0.204 seconds adrift."
    cell = Cell("a-1", "Strand", "gap", gold, "x", new, sentence)
    told = quoted(cell)
    assert told.words == words
    assert told.before + told.words + told.after == sentence


def test_a_retraining_without_a_gate_has_a_page() -> None:
    outcome = replace(promoted(), gate=None)
    assert "Before and after" not in retraining_page(tell(outcome))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_in_both_themes(scheme: str, page_file: Path, open_page: Open) -> None:
    assert faults(open_page(page_file, scheme)) == []


def test_cells_are_found_as_one_types(page_file: Path, open_page: Open) -> None:
    page = open_page(page_file)
    page.keyboard.press("/")
    page.keyboard.type("brandl gap")
    assert page.locator(".change:visible").count() == 1
    assert page.locator("#told").text_content() == "1 of 4 cells"


def test_it_is_no_wider_than_its_window(page_file: Path, open_page: Open) -> None:
    for width in (360, 1280):
        page = open_page(page_file, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
