"""Articles that a person names by files and folders."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.cli.console import complain
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.types import Report


def read_articles(paths: Sequence[Path]) -> list["Report"]:
    """Return the articles; what cannot be read is told on standard error.

    Raises PolesitterError (E762) where none can be read.
    """
    from polesitter.run.reading import read_input
    from polesitter.run.worker import MAX_CHARS
    from polesitter.text.inputs import find_inputs
    from polesitter.types import ReportError

    inputs = find_inputs(paths)
    faults = list(inputs.errors)
    reports: list[Report] = []
    for file in inputs.files:
        for read in read_input(file, MAX_CHARS):
            if isinstance(read, ReportError):
                faults.append(read)
            else:
                reports.append(read)
    for fault in faults:
        complain(fault.message)
    if not reports:
        where = ", ".join(str(path) for path in paths)
        raise PolesitterError(Errors.E762.format(paths=where))
    return reports
