"""What a reviewer does by keyboard, and what the page then shows."""

import re
from collections.abc import Sequence
from typing import Any

COLUMNS = ("class", "position", "grid", "driver", "team", "car", "number", "speed", "lap_time",
           "gap", "gap_to", "segment", "status")  # fmt: skip


def opened(page: Any, address: str) -> None:
    """Open a report and wait until it is drawn."""
    page.goto(address)
    page.wait_for_selector("body[data-ready]")


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def saved(page: Any, revision: int) -> None:
    """Wait until the page shows what so many steps have made."""
    page.wait_for_selector(f'body[data-revision="{revision}"]')


def to_mention(page: Any, words: str) -> None:
    """Go down through the mentions until some words are selected."""
    press(page, "Escape")
    for _ in range(60):
        press(page, "ArrowDown")
        if said(page).startswith(f"{words}, "):
            return
    raise AssertionError(f"no mention {words}")


def to_cell(page: Any, driver: str, field: str) -> None:
    """Move through the grid, from wherever the focus is in it, to a cell."""
    press(page, "Control+Home")
    rows = table(page)
    place = next(n for n, row in enumerate(rows) if row["driver"] == driver)
    press(page, *["ArrowDown"] * place, *["ArrowRight"] * COLUMNS.index(field))


def table(page: Any) -> list[dict[str, str]]:
    """The grid as shown, row by row."""
    rows: Sequence[Sequence[str]] = page.evaluate(
        "[...document.querySelectorAll('#table tbody tr')].map((row) =>"
        " [...row.querySelectorAll('td[data-row]')].map((cell) => cell.textContent))"
    )
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def in_view(page: Any, selector: str) -> list[str]:
    """The texts of the elements that all of the window shows."""
    seen: list[str] = page.evaluate(
        "(selector) => [...document.querySelectorAll(selector)].filter((one) => {"
        " const box = one.getBoundingClientRect();"
        " return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight"
        " && box.left >= 0 && box.right <= innerWidth;"
        " }).map((one) => one.textContent)",
        selector,
    )
    return seen


def paper(page: Any) -> int:
    """How light the page is, from 0 to 765."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])


def said(page: Any) -> str:
    return str(page.locator("#said").text_content())


def state(page: Any) -> str:
    return str(page.locator("#state").text_content())
