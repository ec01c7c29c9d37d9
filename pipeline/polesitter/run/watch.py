"""A folder kept up to date: told when something in it has changed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic

from polesitter.errors import Errors, PolesitterError

SETTLED = 1.0
"""Seconds. Changes that follow each other this closely are one: a copy of many files, say."""

LONGEST = 10.0
"""Seconds after which changes are told though more keep coming."""

LOOK_MS = 100
"""How often it is asked what has changed: Ctrl-C takes no longer."""


def changes(paths: Sequence[str | Path], out: str | Path) -> Iterator[None]:
    """Yield at once, and then whenever files below `paths` have changed, until Ctrl-C.

    What changes while the caller does its work is told thereafter. What happens in the
    folder `out` is no change. Raises KeyboardInterrupt at Ctrl-C, PolesitterError where
    watchfiles is missing (E514), or a path is none on this machine (E515).
    """
    try:
        from watchfiles import Change, DefaultFilter, watch
    except ImportError as error:
        raise PolesitterError(Errors.E514) from error
    for path in paths:
        if not Path(path).exists():
            raise PolesitterError(Errors.E515.format(path=path))
    written, wanted = Path(out).absolute(), DefaultFilter()

    def has_changed(look: Iterable[tuple[Change, str]]) -> bool:
        """Whether anything at a look is a change; not by ignore_paths, which knows no folders."""
        return any(
            wanted(change, path) and not Path(path).is_relative_to(written) for change, path in look
        )

    looks = watch(
        *[Path(path).absolute() for path in paths],
        watch_filter=None,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
    )
    # Watching begins with the first look: nothing is missed between it and the first run.
    for _ in looks:
        yield
        break
    yield from _settled(has_changed(look) for look in looks)


def _settled(looks: Iterable[bool]) -> Iterator[None]:
    """Yield when changes have come to an end, or gone on for long.

    `looks`: whether anything had changed at each look, many a second.
    """
    since: tuple[float, float] | None = None
    for changed in looks:
        now = monotonic()
        if changed:
            since = (now if since is None else since[0], now)
        if since is not None and (now - since[1] >= SETTLED or now - since[0] >= LONGEST):
            since = None
            yield
