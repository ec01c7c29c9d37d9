"""Writing where somebody said: what the file system refuses is told with the path."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.text.among_tables import refuse_among_tables


@contextmanager
def writing_to(path: Path, wanted: str = Errors.E127) -> Iterator[None]:
    """Write `path` within; raises PolesitterError (E126) for every OSError.

    Where the path lies in a table of an output folder, nothing is written (E131).
    `wanted`: in a sentence, what should have been named instead.
    """
    refuse_among_tables(path)
    try:
        yield
    except OSError as error:
        detail = error.strerror or str(error)
        raise PolesitterError(Errors.E126.format(path=path, detail=detail, do=wanted)) from error


@contextmanager
def told_by_the_system(*faults: type[Exception]) -> Iterator[None]:
    """Raise OSError for the faults by which a library tells that a file cannot be written."""
    try:
        yield
    except faults as error:
        raise OSError(str(error)) from error
