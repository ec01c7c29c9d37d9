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
    from polesitter.run.named import read_all

    named = read_all(paths)
    for error in named.errors:
        complain(error.message)
    if not named.reports:
        where = ", ".join(str(path) for path in paths)
        raise PolesitterError(Errors.E762.format(paths=where))
    return list(named.reports)
