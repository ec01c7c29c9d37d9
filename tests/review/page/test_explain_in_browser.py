"""The page of an explanation in real Chromium."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def test_a_row_shows_sentence_rule_and_reason(why: Path, open_page: Open) -> None:
    page = open_page(why)
    lee, carr = page.locator(".card").nth(0), page.locator(".card").nth(1)
    assert lee.locator("mark").all_inner_texts() == ["Ann Lee", "pole", "Red Kites", "1:23.529"]
    assert "link.lap_time 99%" in " ".join(lee.inner_text().split())
    assert "'1:29.000' (31%): told of practice" in carr.inner_text()


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
