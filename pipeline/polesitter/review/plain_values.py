"""Reports as plain dicts, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.records.extraction import Extraction
from polesitter.review.stored import StoredReport
from polesitter.types import Result, Session

SCORE_DECIMALS = 4
"""As in the tables."""


def extraction_values(extraction: Extraction) -> dict[str, Any]:
    """Return a report just read: session, results, mentions. Offsets as in Extraction."""
    return {
        "source": extraction.report.source,
        "model": extraction.model,
        "qualifying": round(extraction.qualifying, SCORE_DECIMALS),
        "session": session_values(extraction.session),
        "results": [result_values(result) for result in extraction.results],
        "mentions": [_rounded(asdict(mention)) for mention in extraction.mentions],
    }


def stored_values(report: StoredReport) -> dict[str, Any]:
    """Return a report of a dataset: session and results."""
    return {
        "source": report.source,
        "qualifying": round(report.qualifying, SCORE_DECIMALS),
        "session": session_values(report.session),
        "results": [result_values(result) for result in report.results],
    }


def session_values(session: Session) -> dict[str, Any]:
    """Return a session and its classes; the day as YYYY-MM-DD."""
    day = session.session_date
    return {**_rounded(asdict(session)), "session_date": day.isoformat() if day else None}


def result_values(result: Result) -> dict[str, Any]:
    """Return a result with its evidence."""
    return _rounded(asdict(result))


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _round(name, value) for name, value in values.items()}


def _round(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return _rounded(value)
    if isinstance(value, tuple):
        return [_round(name, item) for item in value]
    return round(value, SCORE_DECIMALS) if name in ("score", "confidence") else value
