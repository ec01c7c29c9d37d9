"""The sample folder, read as a user's would be: every report has a grid, proved by its words."""

from pathlib import Path

import pytest
from spacy.language import Language

import polesitter
from polesitter.records.extraction import Extraction
from polesitter.run.together import extract_report
from polesitter.run.worker import MAX_CHARS
from polesitter.text.formats import read_reports
from polesitter.text.inputs import find_inputs
from polesitter.text.plain import is_marked
from polesitter.types import Evidence, Report

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "sample"
INPUTS = find_inputs([FOLDER])
READ = [read for file in INPUTS.files for read in read_reports(file, size_limit=MAX_CHARS)]
REPORTS = [read for read in READ if isinstance(read, Report)]
SMALLEST_GRID = 3


@pytest.fixture(scope="module")
def nlp() -> Language:
    return polesitter.load()


@pytest.fixture(scope="module", params=REPORTS, ids=[report.source for report in REPORTS])
def extraction(request: pytest.FixtureRequest, nlp: Language) -> Extraction:
    """One report of the folder, with everything found in it."""
    report: Report = request.param
    return extract_report(nlp, report)


def proofs(extraction: Extraction) -> list[Evidence]:
    """All evidence of an extraction: of rows, of the session, of its classes."""
    session = extraction.session
    found = [proof for result in extraction.results for proof in result.evidence]
    found += session.evidence
    found += [proof for facts in session.classes for proof in facts.evidence]
    return found


def test_every_file_is_read_but_the_readme() -> None:
    assert len(REPORTS) == len(READ) >= 12
    assert not INPUTS.errors
    assert sum(INPUTS.skipped.values()) == 1


def test_the_formats_of_a_first_run_are_there() -> None:
    assert {file.suffix for file in INPUTS.files} == {".txt", ".md", ".html", ".jsonl"}


@pytest.mark.parametrize("report", REPORTS, ids=[report.source for report in REPORTS])
def test_samples_are_plain_text(report: Report) -> None:
    assert not is_marked(report.text)


def test_a_menu_is_no_part_of_the_report() -> None:
    (page,) = [report for report in REPORTS if report.source.endswith(".html")]
    assert "Subscribe" not in page.text
    assert "Most read" not in page.text
    assert "Kaito Murakami" in page.text


def test_a_report_has_a_grid(extraction: Extraction) -> None:
    assert len(extraction.results) >= SMALLEST_GRID


def test_evidence_is_what_stands_there(extraction: Extraction) -> None:
    text = extraction.report.text
    for proof in proofs(extraction):
        assert proof.start < proof.end
        assert proof.text == text[proof.start : proof.end], proof


def test_every_driver_is_proved_by_evidence(extraction: Extraction) -> None:
    for result in extraction.results:
        if result.driver is not None:
            assert "driver" in {proof.field for proof in result.evidence}
