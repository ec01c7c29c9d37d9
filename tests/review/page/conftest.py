"""Pages in a browser that notes every complaint and every request."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from polesitter.records.extraction import Extraction
from polesitter.review.explain import explain
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.page.explain_page import explain_page
from polesitter.review.page.site import page_name, write_site
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.session_explanation import explain_session
from polesitter.types import Session

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Open = Callable[..., "Page"]
"""(path, scheme, width, height) -> the page, opened."""
SOURCES = ("a.txt", "lake.txt", "z.txt")


@pytest.fixture
def site(extraction: Extraction, tmp_path: Path) -> Path:
    """A site of three reports: two with little in them around lake.txt."""
    reports = [
        replace(extraction, report=replace(extraction.report, source=source)) for source in SOURCES
    ]
    reports[0] = replace(reports[0], session=Session(series="Alder Cup"), results=())
    reports[2] = replace(reports[2], session=Session(), results=extraction.results[:1])
    write_site(tmp_path, reports)
    return tmp_path


@pytest.fixture
def report(site: Path) -> Path:
    """The page of lake.txt."""
    return site / "reports" / page_name("lake.txt")


@pytest.fixture
def why(extraction: Extraction, tmp_path: Path) -> Path:
    """The page that explains lake.txt."""
    places = PatternPlaces(None)
    session, rows = explain_session(extraction, places), tuple(explain(extraction, places))
    path = tmp_path / "why.html"
    page = explain_page(ReportExplanation(extraction, session, rows))
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Open]:
    """Open a file; afterwards no page may have complained or asked for anything else."""
    noted = _Complaints()
    pages: list[Page] = []

    def open_file(
        path: Path,
        scheme: Literal["light", "dark"] = "light",
        width: int = 1440,
        height: int = 1000,
    ) -> "Page":
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page.on("console", noted.console)
        page.on("pageerror", noted.error)
        page.on("request", noted.request)
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield open_file
    for page in pages:
        page.close()
    assert noted.told == []


class _Complaints:
    def __init__(self) -> None:
        self.told: list[str] = []

    def console(self, message: "ConsoleMessage") -> None:
        self.told.append(f"{message.type}: {message.text}")

    def error(self, error: Exception) -> None:
        self.told.append(str(error))

    def request(self, request: "Request") -> None:
        if not request.url.startswith(("file:", "data:,")):
            self.told.append(f"asked for {request.url}")
