"""A whole report read and explained: its session, its classes and every result."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.records.extraction import Extraction
from polesitter.review.explain import RowExplanation, explain, results_of, those_with
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
    return explain_reports(load(model), named.reports, driver)


def explain_reports(
    nlp: "Language", reports: Sequence[Report], driver: str | None = None
) -> list[ReportExplanation]:
    """Read reports and explain what was read, with the weights of the pipeline.

    Those without a result of the driver are left out. Raises PolesitterError (E706) where
    no report has one.
    """
    places, tokenize = PatternPlaces(patterns_folder()), _tokenizer(nlp)
    read = [extract_report(nlp, report) for report in reports]
    return [
        ReportExplanation(
            extraction,
            explain_session(extraction, places),
            tuple(
                explain(
                    extraction,
                    places,
                    driver,
                    weights=weights_of(nlp, extraction.report),
                    tokenize=tokenize,
                )
            ),
        )
        for extraction in (read if driver is None else those_with(driver, read))
    ]


def _tokenizer(nlp: "Language") -> Tokenize:
    if not hasattr(nlp, "tokenizer"):
        return str.split

    def tokenize(text: str) -> list[str]:
        return [token.text for token in nlp.tokenizer(text)]

    return tokenize
