"""Files that a person names: their reports, and what of them cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from polesitter.errors import PolesitterError
from polesitter.run.reading import read_input
from polesitter.run.worker import MAX_CHARS
from polesitter.text.inputs import find_inputs
from polesitter.types import Report, ReportError


@dataclass(frozen=True, slots=True)
class Named:
    """Reports in their order, and the errors of those that were set aside."""

    reports: tuple[Report, ...]
    errors: tuple[ReportError, ...]


def read_all(paths: Sequence[str | Path], max_chars: int = MAX_CHARS) -> Named:
    """Read files and folders; "-" is standard input.

    A bad file, line or item costs only itself, as in a run.
    """
    inputs = find_inputs(paths)
    errors = list(inputs.errors)
    reports: list[Report] = []
    for file in inputs.files:
        for read in read_input(file, max_chars):
            if isinstance(read, ReportError):
                errors.append(read)
            else:
                reports.append(read)
    return Named(tuple(reports), tuple(errors))


def read_named(path: str | Path, max_chars: int = MAX_CHARS) -> Named:
    """Read one of them; where there is only what cannot be read, raise why (PolesitterError)."""
    named = read_all([path], max_chars)
    if named.errors and not named.reports:
        raise PolesitterError(named.errors[0].message)
    return named
