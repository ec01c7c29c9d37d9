"""A whole report read and explained: its session, its classes and every result."""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.records.extraction import Extraction
from polesitter.review.explain import RowExplanation, explain, results_of
from polesitter.review.pattern_places import PatternPlaces, patterns_folder
from polesitter.review.session_explanation import SessionExplanation, explain_session
from polesitter.review.unread import Tokenize
from polesitter.review.weights import weights_of
from polesitter.run.in_memory import InputsSetAside
from polesitter.run.model import load
from polesitter.run.named import read_named
from polesitter.run.together import extract_report
from polesitter.run.worker import MAX_CHARS
from polesitter.types import Report

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class ReportExplanation:
    """A report with the reasons for all that was read in it.

    `rows`: those of the driver asked for, or all. `explanation["Hamilton"]` is the first
    row of a driver, by any part of the name.
    """

    extraction: Extraction
    session: SessionExplanation
    rows: tuple[RowExplanation, ...]

    @property
    def source(self) -> str:
        """Where the report comes from."""
        return self.extraction.report.source

    def __getitem__(self, driver: str) -> RowExplanation:
        """Return the first row of a driver; raises PolesitterError (E706) for an unknown one."""
        chosen = results_of(self.extraction, driver)
        return next(row for row in self.rows if row.result in chosen)

    def __str__(self) -> str:
        """Return what `polesitter explain` prints, without colours, 100 columns wide."""
        from polesitter.review.terminal.explanation import report_explanation_text

        return report_explanation_text(self)


def explain_path(
    path: str | Path,
    driver: str | None = None,
    *,
    model: str | Path | None = None,
    max_chars: int = MAX_CHARS,
) -> list[ReportExplanation]:
    """Read the reports of one file and explain them.

    Reports of it that cannot be read are warned of. Raises PolesitterError where none
    can, no result is of the driver (E706), or there is no model (E501, E502).
    """
    named = read_named(path, max_chars)
    if named.errors:
        told = " ".join(error.message for error in named.errors)
        warnings.warn(f"set aside: {told}", InputsSetAside, stacklevel=3)
    nlp = load(model)
    places = PatternPlaces(patterns_folder())
    return [explain_report(nlp, report, driver, places) for report in named.reports]


def explain_report(
    nlp: "Language", report: Report, driver: str | None = None, places: PatternPlaces | None = None
) -> ReportExplanation:
    """Read a report and explain what was read, with the weights of the pipeline.

    Raises PolesitterError (E706) where no result is of the driver.
    """
    places = places or PatternPlaces(patterns_folder())
    extraction = extract_report(nlp, report)
    rows = explain(
        extraction,
        places,
        driver,
        weights=weights_of(nlp, report),
        tokenize=_tokenizer(nlp),
    )
    return ReportExplanation(extraction, explain_session(extraction, places), tuple(rows))


def _tokenizer(nlp: "Language") -> Tokenize:
    if not hasattr(nlp, "tokenizer"):
        return str.split

    def tokenize(text: str) -> list[str]:
        return [token.text for token in nlp.tokenizer(text)]

    return tokenize
