"""From the paths a person gives to the files to read."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from operator import attrgetter
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.text.input_file import STDIN, SUFFIXES, InputFile, Inputs
from polesitter.text.own_output import is_own_folder, is_own_page
from polesitter.text.remote import find_remote, is_url
from polesitter.text.skipped import (
    DOTFILE,
    GUIDE,
    LINK,
    OUTPUT,
    PAGE,
    SPECIAL,
    UNKNOWN,
    skipped_by_name,
)
from polesitter.text.unreadable import UnreadableError, unreadable
from polesitter.types import ReportError

# The same reasons, where the file was named by itself and skipping it would surprise.
CODES = {
    DOTFILE: "E105",
    GUIDE: "E104",
    UNKNOWN: "E103",
    OUTPUT: "E106",
    SPECIAL: "E123",
    PAGE: "E129",
}

MISSING = ("E101", "E108")
"""The errors of a path or a pattern that leads nowhere."""
MISSING_TOLD = UNKNOWN_TOLD = 3


def find_inputs(
    paths: Sequence[str | Path],
    *,
    root: str | Path | None = None,
    out: str | Path | None = None,
) -> Inputs:
    """Find the reports under `paths`: folders (recursively), files, glob patterns, "-".

    A source is the POSIX path from `root`; without one, from the folder given, or
    from the common parent of several inputs. Within folders and patterns, hidden
    files, READMEs and GUIDEs, the output folder `out`, those of other runs, pages of
    polesitter's, linked folders and unknown suffixes are skipped and counted by reason
    (a folder counts once); what is named by itself and cannot be read becomes a
    ReportError. A file reached twice is read once.

    All of them may be fsspec URLs instead. Raises PolesitterError where some are and some
    are not, or the store cannot be reached (E125).
    """
    if any(is_url(path) for path in paths):
        urls = [str(path) for path in paths]
        return find_remote(urls, root=None if root is None else str(root), out=str(out or ""))
    search = _Search(_common_root(paths) if root is None else _absolute(root), out)
    for path in paths:
        search.add(str(path))
    return search.found()


def refuse_missing(paths: Sequence[str | Path], inputs: Inputs) -> None:
    """Raise PolesitterError (E128) where `inputs` are those of `paths`, and none is there.

    Where some are, those are read, and the missing are errors among others.
    """
    gone = [error for error in inputs.errors if error.error in MISSING]
    if gone and len(gone) == len(inputs.errors) and not inputs.files and not inputs.skipped:
        told = ", ".join(str(path) for path in paths[:MISSING_TOLD])
        more = f" and {len(paths) - MISSING_TOLD} more" if len(paths) > MISSING_TOLD else ""
        raise PolesitterError(Errors.E128.format(inputs=f"{told}{more}"))


class _Search:
    """Files, skips and errors so far, keyed by path so that none counts twice."""

    def __init__(self, root: Path, out: str | Path | None) -> None:
        self.root = root
        self.out = None if out is None else _absolute(out)
        self.files: dict[Path | None, InputFile] = {}
        self.skipped: dict[Path, str] = {}
        self.errors: set[ReportError] = set()
        self.own: dict[Path, bool] = {}

    def add(self, given: str) -> None:
        """Add one input as given: "-", a pattern, a folder or a file."""
        if given == "-":
            self.files[None] = InputFile(None, STDIN)
        elif _is_pattern(given):
            self._add_pattern(given)
        else:
            self._add_named(_absolute(given))

    def found(self) -> Inputs:
        """Return everything found, sorted by source."""
        by_source = attrgetter("source", "message")
        return Inputs(
            files=tuple(sorted(self.files.values(), key=attrgetter("source"))),
            skipped=dict(sorted(Counter(self.skipped.values()).items())),
            errors=tuple(sorted(self.errors, key=by_source)),
            unknown=tuple(nsmallest(UNKNOWN_TOLD, self._unknown())),
        )

    def _unknown(self) -> Iterator[str]:
        for path, reason in self.skipped.items():
            if reason == UNKNOWN:
                yield os.fsencode(path.name).decode(errors="replace")

    def _add_pattern(self, pattern: str) -> None:
        # Path.glob takes no absolute pattern.
        hits = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
        if not hits:
            self._refuse(_absolute(pattern), UnreadableError("E108"))
        top = _folder_of(pattern)
        for hit in hits:
            path = _absolute(hit)
            if (own := self._own_folder_of(path, top)) is not None:
                self.skipped[own] = OUTPUT
            elif not _is_folder(path):
                self._offer(path)
            elif not self._in_output(path):
                self._add_folder(path)
            else:
                self.skipped[path] = OUTPUT

    def _add_named(self, path: Path) -> None:
        try:
            path.stat()
        except OSError as error:
            self._refuse(path, unreadable(error))
            return
        if path.is_dir():
            reason = OUTPUT if self._in_output(path) else None
        else:
            reason = self._why_skip(path)
        if reason is None and is_own_folder(path):
            self._refuse(path, UnreadableError("E130"))
        elif reason is not None:
            suffixes = ", ".join(SUFFIXES)
            self._refuse(path, UnreadableError(CODES[reason], suffixes=suffixes))
        elif path.is_dir():
            self._add_folder(path)
        else:
            self._keep(path)

    def _add_folder(self, folder: Path) -> None:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=attrgetter("name"))
        except OSError as error:
            self._refuse(folder, unreadable(error))
            return
        within = self._source_prefix(folder)
        in_output = self._in_output(folder)
        for entry in listed:
            path = Path(entry.path)
            if entry.is_symlink() and _is_folder(path):
                # A link may lead back up: following it could go round for ever.
                self.skipped[path] = LINK
            elif entry.is_dir(follow_symlinks=False):
                self._enter(entry.name, path)
            elif within is None or in_output or not entry.is_file(follow_symlinks=False):
                self._offer(path)
            elif reason := skipped_by_name(entry.name):
                self.skipped[path] = reason
            elif is_own_page(path):
                self.skipped[path] = PAGE
            else:
                # The way of all but a few: archives have hundreds of thousands of them.
                self._keep_as(path, f"{within}{entry.name}")

    def _enter(self, name: str, path: Path) -> None:
        if name.startswith("."):
            self.skipped[path] = DOTFILE
        elif path == self.out or is_own_folder(path):
            self.skipped[path] = OUTPUT
        else:
            self._add_folder(path)

    def _source_prefix(self, folder: Path) -> str | None:
        """Return what the sources of files in a folder begin with; None outside the root."""
        try:
            within = folder.relative_to(self.root).as_posix()
        except ValueError:
            return None
        return "" if within == "." else f"{within}/"

    def _offer(self, path: Path) -> None:
        reason = self._why_skip(path)
        if reason is None:
            self._keep(path)
        else:
            self.skipped[path] = reason

    def _keep(self, path: Path) -> None:
        try:
            source = path.relative_to(self.root).as_posix()
        except ValueError:
            self._refuse(path, UnreadableError("E107"))
            return
        self._keep_as(path, source)

    def _keep_as(self, path: Path, source: str) -> None:
        try:
            source.encode()
        except UnicodeEncodeError:
            self._refuse(path, UnreadableError("E109"))
            return
        self.files[path] = InputFile(path, source)

    def _refuse(self, path: Path, error: UnreadableError) -> None:
        # The root itself would be ".", which tells nobody which folder is meant.
        relative = path.name if path == self.root else os.path.relpath(path, self.root)
        self.errors.add(error.at(os.fsencode(Path(relative).as_posix()).decode(errors="replace")))

    def _why_skip(self, path: Path) -> str | None:
        by_name = skipped_by_name(path.name)
        if by_name not in (None, UNKNOWN):
            return by_name
        if self._in_output(path):
            return OUTPUT
        if not path.is_file() and path.exists():
            return SPECIAL
        return PAGE if by_name is None and is_own_page(path) else by_name

    def _in_output(self, path: Path) -> bool:
        return self.out is not None and path.is_relative_to(self.out)

    def _own_folder_of(self, path: Path, top: Path) -> Path | None:
        """Return the output folder that a hit of a pattern is or lies in, below `top` or `top`."""
        for folder in (path, *path.parents):
            if not folder.is_relative_to(top):
                return None
            if folder not in self.own:
                self.own[folder] = is_own_folder(folder)
            if self.own[folder]:
                return folder
        return None


def _common_root(paths: Sequence[str | Path]) -> Path:
    folders = [_folder_of(str(path)) for path in paths if str(path) != "-"]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


def _folder_of(given: str) -> Path:
    """Return the folder that an input's sources start from, were it the only one."""
    path = _absolute(given)
    if _is_pattern(given):
        while glob.has_magic(str(path)):
            path = path.parent
        return path
    return path if _is_folder(path) else path.parent


def _is_pattern(given: str) -> bool:
    return glob.has_magic(given) and not os.path.lexists(given)


def _is_folder(path: Path) -> bool:
    # Path.is_dir raises an error below a closed folder.
    return os.path.isdir(path)  # noqa: PTH112


def _absolute(path: str | Path) -> Path:
    # Path.resolve would follow links, and a linked report would lose its name.
    return Path(os.path.abspath(path))  # noqa: PTH100
