"""Pictures of every page, of sample reports read by the real model.

`PICTURES=rewrite make test-all` renews those of the docs.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polesitter.review.explain_report import explain_reports
from polesitter.review.page.explain_page import explain_page
from polesitter.review.page.site import page_name, write_site
from polesitter.run.model import load
from polesitter.run.named import read_named
from polesitter.run.together import extract_report

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
SHOWN = "2025-08-30-zandvoort.md"


@pytest.mark.full
def test_pictures(root: Path, tmp_path: Path, pictures: Path, open_page: Open) -> None:
    sample = root / "corpus" / "sample"
    nlp = load()
    files = [path for path in sorted(sample.iterdir()) if path.name != "README.md"]
    reports = [report for file in files for report in read_named(file).reports]
    write_site(tmp_path, [extract_report(nlp, report) for report in reports])
    why = tmp_path / "why.html"
    shown = next(report for report in reports if report.source == SHOWN)
    why.write_text(explain_page(*explain_reports(nlp, [shown])), encoding="utf-8")

    for scheme in ("light", "dark"):
        page = open_page(tmp_path / "reports" / page_name(SHOWN), scheme, height=940)
        page.keyboard.press("r")
        page.click("p mark[data-label=GAP]")
        _take(page, pictures / f"show-{scheme}.png")
    _take(open_page(why, width=1280, height=940), pictures / "explain.png")
    index = open_page(tmp_path / "index.html", width=1280, height=820)
    index.keyboard.press("c")
    _take(index, pictures / "site-index.png")


def _take(page: "Page", path: Path) -> None:
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size > 20_000
