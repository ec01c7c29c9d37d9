"""A whole report in the terminal: text, grids, facts, flags."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from polesitter.records.extraction import Extraction
from polesitter.review.columns import by_class
from polesitter.review.flagged import flagged
from polesitter.review.no_results import why_no_results
from polesitter.review.terminal.grid import Grids
from polesitter.review.terminal.marked_text import legend, marked_text
from polesitter.review.terminal.palette import QUIET, WARNING
from polesitter.review.terminal.session import facts_text, heading
from polesitter.types import Result, Session

LINE = 100
"""The widest line of prose that reads well."""


def report_view(extraction: Extraction, *, colour: bool, width: int) -> RenderableType:
    """Return the marked text with its legend, then the grids; `width` in columns."""
    text = marked_text(extraction.report.text, extraction.mentions, colour=colour)
    margin = max(2, width - 2 - LINE)
    return Group(
        Padding(text, (1, margin, 1, 2)),
        Padding(legend(extraction.mentions, colour=colour), (0, 2, 1, 2)),
        grids_view(
            extraction.session,
            extraction.results,
            extraction.report.source,
            extraction.qualifying,
            extraction.report.text,
        ),
    )


def grids_view(
    session: Session,
    results: Sequence[Result],
    source: str,
    qualifying: float | None = None,
    text: str | None = None,
) -> RenderableType:
    """Return a report's grids under its session's names, with facts and flags."""
    parts: list[RenderableType] = [Rule(style=QUIET), heading(session, source, qualifying)]
    if not results:
        parts.append(Text(f"\nNo results: {why_no_results(qualifying, text)}.", WARNING))
    titled = [
        (" · ".join(part for part in names if part), rows)
        for names, rows in by_class(results).items()
    ]
    parts.append(Grids(titled))
    parts.append(Text())
    parts.extend(_notes(session, results))
    return Group(*parts)


def _notes(session: Session, results: Iterable[Result]) -> Iterable[RenderableType]:
    for facts in session.classes:
        stated = facts_text(facts)
        if stated is not None:
            yield stated
    for flag in flagged(results):
        meaning = f" ({flag.meaning})" if flag.meaning else ""
        told = f"! {flag.name}: {', '.join(flag.competitors)}"
        yield Text.assemble((told, WARNING), (meaning, QUIET))
