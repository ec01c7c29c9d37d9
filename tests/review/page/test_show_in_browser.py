"""The page of a report in real Chromium: light both ways, filter, arcs, keys, themes, print."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polesitter.records.extraction import Extraction
from polesitter.review.page.report_page import report_page
from polesitter.types import Result

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
SPEAK = "() => [...document.querySelectorAll('mark.lit')].map((mark) => mark.textContent)"


def lit(page: "Page") -> list[str]:
    """The words that are lit, parts of one mention put together."""
    words: list[str] = page.evaluate(SPEAK)
    return words


def cell(who: str, name: str) -> str:
    return f'td[data-who="{who}"][data-name="{name}"]'


def told(page: "Page") -> str:
    return page.inner_text("#inspector")


def test_pointing_at_a_cell_lights_its_words(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.hover(cell("Ann Lee", "Lap time"))
    assert lit(page) == ["1:23.529"]
    assert "Lap time of Ann Lee" in told(page)
    page.hover("h1")
    assert lit(page) == []


def test_pointing_at_words_lights_their_cells(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.hover("mark >> text='.803 seconds'")
    cells = page.locator("td.lit")
    assert cells.count() == 1
    assert cells.inner_text() == "+0.803"
    assert "Gap of Bo Carr Jr." in told(page)


@pytest.mark.parametrize(("width", "fits"), [(1280, True), (700, True), (380, False)])
def test_confidence_is_in_sight_however_many_columns_there_are(
    width: int, fits: bool, extraction: Extraction, tmp_path: Path, open_page: Open
) -> None:
    full = Result(
        0, position=1, grid_position=11, driver="Annika Bergstrom", team="Maumee Valley Racing",
        car="Toyota", car_number="15", speed=111.015, speed_unit="mph", lap_time_s=76.214,
        gap_s=0.037, confidence=0.81,
    )  # fmt: skip
    path = tmp_path / "page.html"
    path.write_text(report_page(replace(extraction, results=(full,))), encoding="utf-8")
    page = open_page(path, width=width)
    scroller = page.locator(".grid .scroll")
    seen, shown = scroller.bounding_box(), page.locator("td.sure-of").bounding_box()
    assert seen is not None
    assert shown is not None
    assert shown["x"] + shown["width"] <= seen["x"] + seen["width"] + 1
    assert scroller.evaluate("(one) => one.scrollWidth <= one.clientWidth") == fits


def test_words_of_one_entity_are_kin(
    extraction: Extraction, tmp_path: Path, open_page: Open
) -> None:
    mentions = list(extraction.mentions)
    mentions[8] = replace(mentions[8], entity_id="d0")
    path = tmp_path / "page.html"
    page_of_kin = report_page(replace(extraction, mentions=tuple(mentions)))
    path.write_text(page_of_kin, encoding="utf-8")
    page = open_page(path)
    page.hover("mark >> text='Ann Lee'")
    assert page.locator("mark.kin").all_inner_texts() == ["Cy Dale"]


def test_an_empty_cell_tells_why(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.hover(cell("Bo Carr Jr.", "Lap time"))
    assert "not stated" in told(page)
    assert "Why: '1:29.000' (31%): told of practice." in told(page)


def test_a_click_holds_the_light_and_escape_lets_go(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.click(cell("Ann Lee", "Lap time"))
    page.hover(cell("Cy Dale", "Driver"))
    assert lit(page) == ["1:23.529"]
    page.keyboard.press("Escape")
    assert lit(page) == []


def test_the_grid_and_the_text_by_keyboard_alone(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.keyboard.press("g")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert "Driver of Bo Carr Jr." in told(page)
    assert lit(page) == ["Bo Carr Jr."]
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.who") == "Bo Carr Jr."
    page.keyboard.press("t")
    first = told(page)
    page.keyboard.press("n")
    second = told(page)
    page.keyboard.press("p")
    assert first == told(page) != second
    page.keyboard.press("Enter")
    page.hover(cell("Cy Dale", "Driver"))
    assert told(page) == first


def test_tab_reaches_a_grid_once(report: Path, open_page: Open) -> None:
    page = open_page(report)
    assert page.locator("[role=grid] [tabindex='0']").count() == page.locator("[role=grid]").count()


def test_filter_by_label(report: Path, open_page: Open) -> None:
    page = open_page(report)
    drivers, teams = (page.locator(f".chip[data-label={label}]") for label in ("DRIVER", "TEAM"))
    drivers.click()
    assert drivers.get_attribute("aria-pressed") == "false"
    assert page.locator("mark.off").count() == page.locator("mark[data-label=DRIVER]").count()
    teams.click(modifiers=["Shift"])
    assert page.locator("mark:not(.off)").count() == page.locator("mark[data-label=TEAM]").count()
    page.keyboard.press("n")
    assert "Team" in told(page)
    page.click("#all-labels")
    assert page.locator("mark.off").count() == 0
    assert not page.is_visible("#all-labels")


def test_relations_on_demand(report: Path, open_page: Open) -> None:
    page = open_page(report)
    arcs = page.locator("#arcs g")
    assert arcs.count() == 0
    page.keyboard.press("r")
    assert arcs.count() == 1  # of two relations one is used
    page.keyboard.press("r")
    assert arcs.count() == 2
    page.hover("mark >> text='1:23.529'")
    assert arcs.count() == 1
    assert page.text_content("#arcs g.strong text") == "lap"
    page.hover("mark >> text='1:29.000'")
    assert page.text_content("#arcs g.strong.unused text") == "lap? 31%"
    page.keyboard.press("r")
    assert arcs.count() == 0


def test_help_lists_the_keys(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.keyboard.press("?")
    assert page.is_visible("#help")
    assert "next or previous mention" in page.inner_text("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")


def paper(page: "Page") -> int:
    """How light the page is, from 0 to 765."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize(("scheme", "is_light"), [("light", True), ("dark", False)])
def test_the_theme_is_the_systems_until_chosen(
    scheme: str, is_light: bool, report: Path, open_page: Open
) -> None:
    page = open_page(report, scheme)
    assert (paper(page) > 382) == is_light
    page.keyboard.press("d")
    assert paper(page) > 382
    page.keyboard.press("d")
    assert paper(page) < 382
    page.reload()
    assert paper(page) < 382


def test_paper_is_white_and_has_no_controls(report: Path, open_page: Open) -> None:
    page = open_page(report, "dark")
    page.emulate_media(media="print")
    assert paper(page) == 765
    assert not page.is_visible(".controls")
    assert not page.is_visible("#inspector")
    assert page.is_visible(cell("Ann Lee", "Lap time"))


@pytest.mark.parametrize("width", [360, 1100, 2200])
def test_no_page_is_wider_than_its_window(width: int, report: Path, open_page: Open) -> None:
    page = open_page(report, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pages_of_a_site_are_walked_by_key(report: Path, open_page: Open) -> None:
    page = open_page(report)
    page.keyboard.press("]")
    page.wait_for_url("**/z-*.html")
    page.keyboard.press("[")
    page.wait_for_url("**/lake-*.html")
    page.keyboard.press("i")
    page.wait_for_url("**/index.html")


def test_a_script_that_is_not_the_pages_own_does_not_run(
    extraction: Extraction, tmp_path: Path, browser: "Browser"
) -> None:
    path = tmp_path / "page.html"
    evil = "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">"
    path.write_text(report_page(extraction).replace("</body>", f"{evil}</body>"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.title() == "Kite Cup · Lake 200"
    assert page.inner_text("#theme-name") == "auto"  # its own script did run
    page.close()
