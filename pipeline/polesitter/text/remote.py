"""Reports behind fsspec URLs: object stores, web servers, memory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import commonpath, relpath
from typing import IO, Any

from polesitter.errors import Errors, PolesitterError
from polesitter.text.input_file import InputFile, Inputs
from polesitter.text.own_output import MANIFEST, is_own_manifest
from polesitter.text.skipped import DOTFILE, OUTPUT, skipped_by_name
from polesitter.text.unreadable import UnreadableError


@dataclass(frozen=True, slots=True)
class Size:
    """What `stat` tells of a remote file."""

    st_size: int


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file behind a URL, with what readers ask of a path; it travels between processes."""

    url: str
    size: int

    @property
    def name(self) -> str:
        """The last part of its path."""
        return PurePosixPath(self.url).name

    def open(self, mode: str = "rb", buffering: int = -1) -> IO[Any]:
        """Open it for reading; OSError where that cannot be."""
        import fsspec

        opened: IO[Any] = fsspec.open(self.url, mode).open()
        return opened

    def stat(self) -> Size:
        """Return its size as it was when it was found."""
        return Size(self.size)


def is_url(path: object) -> bool:
    """Tell whether an input is given as a URL."""
    return "://" in str(path)


def find_remote(urls: Sequence[str], *, root: str | None = None, out: str = "") -> Inputs:
    """Find the reports below some URLs of one store, as find_inputs does below folders.

    Raises PolesitterError where the store cannot be reached (E125).
    """
    if len({url.partition("://")[0] for url in urls}) > 1 or not all(is_url(url) for url in urls):
        raise PolesitterError(Errors.E125.format(url=urls[-1], detail="inputs of several kinds"))
    places = [_connected(url) for url in urls]
    tops = [top for _, top in places]
    top = commonpath(tops) if root is None else _connected(root)[1]
    if len(places) == 1 and root is None and places[0][0].isfile(top):
        top = top.rpartition("/")[0]
    refused = {_connected(out)[1]} if is_url(out) else set()
    files: dict[str, InputFile] = {}
    skipped: Counter[str] = Counter()
    errors = []
    for system, place in places:
        found = system.find(place, detail=True)
        if not found:
            errors.append(UnreadableError("E101").at(relpath(place, top)))
        refused |= {path.rpartition("/")[0] for path in found if _is_own_manifest(system, path)}
        for path, facts in found.items():
            source = relpath(path, top)
            reason = _why_skip(relpath(path, place), PurePosixPath(path).name, path, refused)
            if reason is not None:
                skipped[reason] += 1
            else:
                remote = RemoteFile(system.unstrip_protocol(path), int(facts.get("size") or 0))
                files[source] = InputFile(remote, source)
    return Inputs(
        tuple(files[source] for source in sorted(files)),
        dict(sorted(skipped.items())),
        tuple(errors),
    )


def _why_skip(within: str, name: str, path: str, refused: set[str]) -> str | None:
    if any(part.startswith(".") and part != "." for part in PurePosixPath(within).parts):
        return DOTFILE
    if refused and not refused.isdisjoint(str(folder) for folder in PurePosixPath(path).parents):
        return OUTPUT
    return skipped_by_name(name)


def _is_own_manifest(system: Any, path: str) -> bool:
    return PurePosixPath(path).name == MANIFEST and is_own_manifest(system.cat_file(path))


def _connected(url: str) -> tuple[Any, str]:
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError, OSError) as error:
        raise PolesitterError(Errors.E125.format(url=url, detail=error)) from error
    return system, path.rstrip("/")
