"""The tables of an output folder hold nothing else: pandas and others read all that lies there."""

import os
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.text.own_output import tables_of


def refuse_among_tables(path: Path) -> None:
    """Raise PolesitterError (E131) where a path is, or lies in, a table of an output folder."""
    # Path.resolve would follow links, and tell of a folder that nobody named.
    absolute = Path(os.path.abspath(path))  # noqa: PTH100
    for folder in (absolute, *absolute.parents):
        if folder.name in tables_of(folder.parent):
            raise PolesitterError(Errors.E131.format(path=path, table=folder.name))
