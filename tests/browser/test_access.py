"""axe-core finds no serious fault on any page, light or dark, wide or narrow."""

from typing import Any

import pytest

from ..needed import package
from .conftest import Review
from .driving import opened, press, to_cell

SERIOUS = frozenset({"serious", "critical"})


def faults(page: Any) -> list[str]:
    axe = package("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [
        f"{one['id']}: {node['html']} {node['failureSummary']}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 500)], ids=str
)
def test_no_page_shuts_anybody_out(page: Any, review: Review, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(review.address)
    page.wait_for_selector("a.source")
    assert faults(page) == []
    opened(page, review.report("lake.txt"))
    press(page, "ArrowDown", "ArrowDown")
    assert faults(page) == []
    press(page, "F6")
    to_cell(page, "Carr", "gap")
    assert faults(page) == []
    press(page, "Enter")
    assert faults(page) == []
    press(page, "Escape", "?")
    assert faults(page) == []
