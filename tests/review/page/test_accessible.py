"""axe-core finds no serious fault on any kind of page, in either theme."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ...needed import package

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]


def faults(page: "Page") -> list[str]:
    axe = package("axe_playwright_python.sync_playwright").Axe()
    violations = axe.run(page).response["violations"]
    return [
        f"{one['impact']}: {one['id']}: {[node['html'][:90] for node in one['nodes']][:3]}"
        for one in violations
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_a_report(scheme: str, report: Path, open_page: Open) -> None:
    page = open_page(report, scheme)
    page.keyboard.press("l")
    assert faults(page) == []
    page.keyboard.press("g")
    page.keyboard.press("?")
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_index(scheme: str, site: Path, open_page: Open) -> None:
    assert faults(open_page(site / "index.html", scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_an_explanation(scheme: str, why: Path, open_page: Open) -> None:
    page = open_page(why, scheme)
    page.keyboard.press("w")
    assert faults(page) == []
