"""One file that a person names: its reports, or a complaint."""

from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.records.extraction import Extraction
    from polesitter.types import Report


def read_named(path: Path, max_chars: int | None = None) -> list["Report"]:
    """Return the reports of a file; "-" is standard input.

    Raises PolesitterError where it, or a report in it, cannot be read.
    """
    from polesitter.run.worker import MAX_CHARS
    from polesitter.text.formats import read_reports
    from polesitter.text.inputs import find_inputs
    from polesitter.types import ReportError

    inputs = find_inputs([path])
    limit = MAX_CHARS if max_chars is None else max_chars
    found = list(inputs.errors)
    reports: list[Report] = []
    for file in inputs.files:
        for read in read_reports(file, size_limit=limit):
            if isinstance(read, ReportError):
                found.append(read)
            else:
                reports.append(read)
    if found:
        raise PolesitterError(found[0].message)
    return reports


def extract_named(
    path: Path, model: str | None = None, max_chars: int | None = None
) -> list["Extraction"]:
    """Return what the pipeline finds in the reports of a file.

    Raises PolesitterError where the file cannot be read, is a folder (E702), or
    there is no model (E501, E502).
    """
    if path.is_dir():
        raise PolesitterError(Errors.E702.format(path=path))
    reports = read_named(path, max_chars)

    from polesitter.run.model import load
    from polesitter.run.together import extract_report

    nlp = load(model)
    return [extract_report(nlp, report) for report in reports]
