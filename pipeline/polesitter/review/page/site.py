"""Many reports as a small static site: an index that sorts, and a page for each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from polesitter.records.extraction import Extraction
from polesitter.review.flagged import flag_name
from polesitter.review.page.cells import sureness
from polesitter.review.page.files import write_page
from polesitter.review.page.render import render
from polesitter.review.page.report_page import report_page
from polesitter.review.page.visible import visible
from polesitter.review.values import day_text, percent_text
from polesitter.text.own_output import is_own_page
from polesitter.types import ReportError

PAGES = "reports"
INDEX = "index.html"
SCRIPTS = ("theme.js", "keys.js", "index.js")
OWN_NAME = re.compile(r"(?:[a-z0-9-]+-)?[0-9a-f]{8}\.html")
TO_INDEX = f'href="../{INDEX}"'
"""In every page of a site."""
LONGEST = 60
"""Characters of a source that its page's name shows."""


class Written(NamedTuple):
    """How many reports a site has, and how many pages of an earlier one were removed."""

    reports: int
    removed: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in the index: `title` its event, `below` its track and source.

    `day` is YYYY-MM-DD, `percent` the mean confidence of its rows.
    """

    link: str
    title: str
    below: str
    series: str
    day: str
    day_told: str
    classes: int
    rows: int
    percent: int | None
    sureness: str
    flags: tuple[str, ...]
    qualifying: str


def write_site(
    folder: Path, extractions: Iterable[Extraction], errors: Iterable[ReportError] = ()
) -> Written:
    """Write index.html and a page per report, and remove pages of an earlier site there.

    Equal input, equal bytes. Raises PolesitterError as write_page does.
    """
    entries: list[Entry] = []
    names: set[str] = set()
    for before, extraction, after in _neighbours(extractions):
        name = page_name(extraction.report.source)
        page = report_page(extraction, index=f"../{INDEX}", before=before, after=after)
        write_page(folder / PAGES / name, page)
        entries.append(_entry(extraction, name))
        names.add(name)
    write_page(folder / INDEX, index_page(entries, errors))
    stale = [path for path in _site_pages(folder / PAGES) if path.name not in names]
    for path in stale:
        path.unlink()
    return Written(len(entries), len(stale))


def index_page(entries: Iterable[Entry], errors: Iterable[ReportError]) -> str:
    """Return the index: it sorts by any column and filters as one types."""
    told = [(visible(error.source), visible(error.message)) for error in errors]
    rows = list(entries)
    values = {
        "title": "Qualifying reports",
        "entries": rows,
        "n_rows": sum(entry.rows for entry in rows),
        "n_flagged": sum(bool(entry.flags) for entry in rows),
        "errors": told,
    }
    return render("index.html", SCRIPTS, values)


def page_name(source: str) -> str:
    """Return the file name of a report's page: readable, safe and its own.

    >>> page_name("2024/Röd Båge.txt")
    '2024-r-d-b-ge-txt-c4387fb6.html'
    """
    readable = re.sub(r"[^a-z0-9]+", "-", source.lower()).strip("-")[:LONGEST].strip("-")
    own = sha256(source.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{readable}-{own}.html" if readable else f"{own}.html"


def _site_pages(pages: Path) -> list[Path]:
    """The pages that a site has written there: ours, named as page_name does, with an index."""
    if not pages.is_dir():
        return []
    found = [page for page in sorted(pages.iterdir()) if OWN_NAME.fullmatch(page.name)]
    return [page for page in found if is_own_page(page) and TO_INDEX in page.read_text("utf-8")]


def _neighbours(
    extractions: Iterable[Extraction],
) -> Iterator[tuple[str | None, Extraction, str | None]]:
    """Yield each report with the names of the pages before and after it."""
    before: str | None = None
    held: Extraction | None = None
    for extraction in extractions:
        if held is not None:
            yield before, held, page_name(extraction.report.source)
            before = page_name(held.report.source)
        held = extraction
    if held is not None:
        yield before, held, None


def _entry(extraction: Extraction, name: str) -> Entry:
    session, results = extraction.session, extraction.results
    chances = [result.confidence for result in results]
    mean = sum(chances) / len(chances) if chances else None
    flags = sorted({flag for result in results for flag in result.flags})
    day = session.session_date
    source = extraction.report.source
    title = session.event or session.track or session.series or source
    below = [name for name in (session.track, source) if name not in (None, title)]
    return Entry(
        link=f"{PAGES}/{quote(name)}",
        title=visible(title),
        below=visible(" · ".join(name for name in below if name)),
        series=visible(session.series or ""),
        day=day.isoformat() if day is not None else "",
        day_told=day_text(day) if day is not None else "",
        classes=len({result.car_class for result in results}),
        rows=len(results),
        percent=int(percent_text(mean).rstrip("%")) if mean is not None else None,
        sureness=sureness(mean or 0.0),
        flags=tuple(visible(flag_name(flag)) for flag in flags),
        qualifying=percent_text(extraction.qualifying),
    )
