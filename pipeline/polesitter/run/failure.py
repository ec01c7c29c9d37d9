"""What went wrong with one input, as a row of the errors table."""

import re

from polesitter.errors import Errors
from polesitter.types import ReportError

ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+\b")
PLACE = re.compile(r"(?<![\w.])(?:[A-Za-z]:)?[/\\](?:[^\s'\":]+[/\\])+")
LONGEST = 200


def failure(source: str, stage: str, template: str, error: Exception) -> ReportError:
    """Turn an exception into a ReportError; `template` has {source} and {detail}."""
    message = template.format(source=source, detail=detail_of(error))
    return ReportError(source, stage, type(error).__name__, message)


def detail_of(error: Exception) -> str:
    """Return an exception's first line, free of what differs from machine to machine.

    Folders and memory addresses are left out: tables hold neither.
    """
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    lines = str(error).strip().splitlines() or [type(error).__name__]
    plain = PLACE.sub("", ADDRESS.sub("0x…", lines[0]))
    return plain.encode("utf-8", "replace").decode()[:LONGEST]


def worker_died(source: str, sha256: str | None, deadline: float) -> ReportError:
    """Return the error of a report that took its worker down with it, or took too long.

    `deadline` is in seconds.
    """
    message = Errors.E505.format(source=source, deadline=f"{deadline:g}")
    return ReportError(source, "extract", "WorkerDied", message, sha256)
