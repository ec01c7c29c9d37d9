"""The index of a site in real Chromium: sorting, finding, keys."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
LAKE, ALDER, BARE = "Lake 200", "Alder Cup", "z.txt"


def shown(page: "Page") -> list[str]:
    return page.locator("tbody tr:visible a").all_inner_texts()


@pytest.mark.parametrize("width", [1440, 1280, 700])
def test_heading_and_table_begin_on_one_line(width: int, site: Path, open_page: Open) -> None:
    page = open_page(site / "index.html", width=width)
    boxes = [page.locator(one).first.bounding_box() for one in ("h1", "th .sort", "td a")]
    assert len({box["x"] for box in boxes if box is not None}) == 1


@pytest.mark.parametrize(
    ("title", "once", "twice"),
    [
        ("Confidence", [LAKE, BARE, ALDER], [BARE, LAKE, ALDER]),  # none is last both ways
        ("Series", [ALDER, LAKE, BARE], [LAKE, ALDER, BARE]),
        ("Flags", [LAKE, ALDER, BARE], [ALDER, BARE, LAKE]),
        ("Rows", [LAKE, BARE, ALDER], [ALDER, BARE, LAKE]),
    ],
)
def test_sorting(
    title: str, once: list[str], twice: list[str], site: Path, open_page: Open
) -> None:
    page = open_page(site / "index.html")
    button = page.get_by_role("button", name=title, exact=True)
    button.click()
    assert shown(page) == once
    button.click()
    assert shown(page) == twice
    assert page.locator("th[aria-sort=ascending], th[aria-sort=descending]").count() == 1


@pytest.mark.parametrize(("key", "first"), [("c", LAKE), ("s", ALDER), ("x", LAKE)])
def test_sorting_by_key(key: str, first: str, site: Path, open_page: Open) -> None:
    page = open_page(site / "index.html")
    page.keyboard.press(key)
    assert shown(page)[0] == first


def test_finding(site: Path, open_page: Open) -> None:
    page = open_page(site / "index.html")
    page.keyboard.press("/")
    page.keyboard.type("kite LAKE")
    assert shown(page) == [LAKE]
    assert page.text_content("#told") == "1 of 3 reports"
    page.keyboard.type("zz")
    assert shown(page) == []
    assert page.is_visible("#nothing")
    page.keyboard.press("Escape")
    assert len(shown(page)) == 3


def test_opening_by_key(site: Path, open_page: Open) -> None:
    page = open_page(site / "index.html")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/lake-*.html")
    assert page.title() == "Kite Cup · Lake 200"
