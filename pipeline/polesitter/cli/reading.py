"""One file that a person names: what the pipeline finds in it, and complaints about the rest."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from polesitter.cli.console import complain
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.records.extraction import Extraction
    from polesitter.run.named import Named
    from polesitter.types import ReportError

SOME_SET_ASIDE = 1
"""The exit code where some reports could not be read, and the others were."""


def read_named(path: Path, max_chars: int | None = None) -> "Named":
    """Return the reports of a file, and the errors of those that cannot be read.

    "-" is standard input. Raises PolesitterError where there is none that can be read, or
    it is a folder (E702).
    """
    from polesitter.run.named import read_named
    from polesitter.run.worker import MAX_CHARS

    if path.is_dir():
        raise PolesitterError(Errors.E702.format(path=path))
    return read_named(path, max_chars or MAX_CHARS)


def extract_named(
    path: Path, model: str | None = None, max_chars: int | None = None
) -> tuple[list["Extraction"], Sequence["ReportError"]]:
    """Return what the pipeline finds in the reports of a file, and what could not be read.

    Raises PolesitterError as read_named does, and where there is no model (E501, E502).
    """
    named = read_named(path, max_chars)

    from polesitter.run.model import load
    from polesitter.run.together import extract_report

    nlp = load(model)
    return [extract_report(nlp, report) for report in named.reports], named.errors


def tell_set_aside(errors: Sequence["ReportError"]) -> None:
    """Complain of each report that could not be read, and leave with the code for it."""
    for error in errors:
        complain(f"set aside: {error.message}")
    if errors:
        raise typer.Exit(SOME_SET_ASIDE)
