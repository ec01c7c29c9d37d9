"""A folder kept up to date: told when something in it has changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from polesitter.errors import Errors, PolesitterError

SETTLED_MS = 1_000
"""Changes that follow each other this closely are one: a copy of many files, say."""


def changes(paths: Sequence[str | Path], out: str | Path) -> Iterator[None]:
    """Yield whenever files below `paths` have changed; end at Ctrl-C.

    What happens in the folder `out` is no change. Raises PolesitterError where watchfiles
    is missing (E514), or a path is none on this machine (E515).
    """
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError as error:
        raise PolesitterError(Errors.E514) from error
    for path in paths:
        if not Path(path).exists():
            raise PolesitterError(Errors.E515.format(path=path))
    ignored = DefaultFilter(ignore_paths=[Path(out).absolute()])
    watched = [Path(path).absolute() for path in paths]
    for _ in watch(*watched, watch_filter=ignored, debounce=SETTLED_MS, raise_interrupt=False):
        yield
