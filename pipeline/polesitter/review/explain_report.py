"""A whole report read and explained: its session, its classes and every result."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.records.extraction import Extraction
from polesitter.review.explain import (
    RowExplanation,
    explain,
    has_result,
    results_of,
    those_with,
)
from polesitter.review.pattern_places import PatternPlaces, patterns_folder
from polesitter.review.session_explanation import SessionExplanation, explain_session
from polesitter.review.unread import Tokenize
from polesitter.review.unrecorded import Unrecorded, explain_unrecorded, names_driver
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
    row of a driver, by any part of the name. `unrecorded`: where the driver asked for is
    named and has no row, why not.
    """

    extraction: Extraction
    session: SessionExplanation
    rows: tuple[RowExplanation, ...]
    unrecorded: tuple[Unrecorded, ...] = ()

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
    can, the driver is not named (E706), or there is no model (E501, E502).
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

    Of several those without a result of the driver are left out; where none has one, those
    that do not name the driver. Raises PolesitterError (E706) where none does.
    """
    reader = _Reader(nlp, driver)
    read = [extract_report(nlp, report) for report in reports]
    if driver is not None and not any(has_result(one, driver) for one in read):
        naming = [one for one in read if names_driver(one, driver)]
        if naming:
            return [reader.unrecorded(one, driver) for one in naming]
    return [reader.rows(one) for one in (read if driver is None else those_with(driver, read))]


class _Reader:
    """Explains one report after the other."""

    def __init__(self, nlp: "Language", driver: str | None) -> None:
        self.nlp = nlp
        self.driver = driver
        self.places = PatternPlaces(patterns_folder())
        self.tokenize = _tokenizer(nlp)

    def rows(self, extraction: Extraction) -> ReportExplanation:
        """Explain the session, and the rows asked for."""
        weights = weights_of(self.nlp, extraction.report)
        rows = explain(
            extraction, self.places, self.driver, weights=weights, tokenize=self.tokenize
        )
        return ReportExplanation(extraction, explain_session(extraction, self.places), tuple(rows))

    def unrecorded(self, extraction: Extraction, driver: str) -> ReportExplanation:
        """Explain the session, and why a driver has no row."""
        weights = weights_of(self.nlp, extraction.report)
        told = explain_unrecorded(
            extraction, self.places, driver, weights=weights, tokenize=self.tokenize
        )
        session = explain_session(extraction, self.places)
        return ReportExplanation(extraction, session, (), tuple(told))


def _tokenizer(nlp: "Language") -> Tokenize:
    if not hasattr(nlp, "tokenizer"):
        return str.split

    def tokenize(text: str) -> list[str]:
        return [token.text for token in nlp.tokenizer(text)]

    return tokenize
