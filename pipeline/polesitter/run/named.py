"""One file that a person names: its reports, and what of it cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from polesitter.errors import PolesitterError
from polesitter.run.reading import read_input
from polesitter.run.worker import MAX_CHARS
from polesitter.text.inputs import find_inputs
from polesitter.types import Report, ReportError


@dataclass(frozen=True, slots=True)
class Named:
    """The reports of a file in its order, and the errors of those that were set aside."""

    reports: tuple[Report, ...]
    errors: tuple[ReportError, ...]


def read_named(path: str | Path, max_chars: int = MAX_CHARS) -> Named:
    """Read a file; "-" is standard input.

    A bad line or item costs only itself, as in a run over many files. Raises
    PolesitterError where there is no report that can be read, with the first reason.
    """
    inputs = find_inputs([path])
    errors = list(inputs.errors)
    reports: list[Report] = []
    for file in inputs.files:
        for read in read_input(file, max_chars):
            if isinstance(read, ReportError):
                errors.append(read)
            else:
                reports.append(read)
    if errors and not reports:
        raise PolesitterError(errors[0].message)
    return Named(tuple(reports), tuple(errors))
