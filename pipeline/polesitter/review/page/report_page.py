"""A report as one self-contained page: the text beside the grid, each lighting the other."""

from typing import Any

from polesitter.records.extraction import Extraction
from polesitter.review.flagged import flagged
from polesitter.review.page.arcs import arcs_of
from polesitter.review.page.blocks import blocks_of
from polesitter.review.page.cells import grids_of
from polesitter.review.page.facts import class_cells, session_cells
from polesitter.review.page.labels import LABEL_NAMES, label_counts
from polesitter.review.page.render import render
from polesitter.review.page.spans import PageSpans
from polesitter.review.page.visible import visible
from polesitter.review.values import day_text, percent_text

SCRIPTS = ("theme.js", "light.js", "arcs.js", "keys.js", "report.js")
UNLIKELY = 0.5


def report_page(
    extraction: Extraction,
    *,
    index: str | None = None,
    before: str | None = None,
    after: str | None = None,
) -> str:
    """Return the page of a report; its text may be missing, as `--no-text` leaves it out.

    `index`, `before`, `after`: links to the other pages of a site.
    """
    spans = PageSpans(extraction)
    report = extraction.report
    values: dict[str, Any] = {
        "title": title_of(extraction),
        "subtitle": subtitle_of(extraction),
        "source": visible(report.source),
        "model": visible(extraction.model),
        "qualifying": percent_text(extraction.qualifying),
        "is_unlikely": extraction.qualifying < UNLIKELY,
        "blocks": blocks_of(report.text, spans.all) if report.text else [],
        "labels": label_counts(spans.all),
        "names": LABEL_NAMES,
        "session": session_cells(extraction, spans),
        "facts": class_cells(extraction, spans),
        "grids": grids_of(extraction, spans),
        "flags": [
            (visible(flag.name), flag.meaning, [visible(who) for who in flag.competitors])
            for flag in flagged(extraction.results)
        ],
        "data": {
            "spans": [span.values() for span in spans.all],
            "arcs": arcs_of(extraction, spans),
            "names": LABEL_NAMES,
        },
        "links": {"index": index, "before": before, "after": after},
    }
    return render("report.html", SCRIPTS, values)


def title_of(extraction: Extraction) -> str:
    """Return series and event; where neither is named, the source."""
    session = extraction.session
    named = [name for name in (session.series, session.event) if name]
    return visible(" · ".join(named) or extraction.report.source)


def subtitle_of(extraction: Extraction) -> str:
    """Return track and day, as far as they are stated."""
    session = extraction.session
    day = day_text(session.session_date) if session.session_date is not None else None
    return visible(" · ".join(part for part in (session.track, day) if part))
