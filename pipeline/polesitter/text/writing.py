"""Writing where somebody said: what the file system refuses is told with the path."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from polesitter.errors import Errors, PolesitterError


@contextmanager
def writing_to(path: Path, wanted: str = Errors.E127) -> Iterator[None]:
    """Write `path` within; raises PolesitterError (E126) for every OSError.

    `wanted`: in a sentence, what should have been named instead.
    """
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
