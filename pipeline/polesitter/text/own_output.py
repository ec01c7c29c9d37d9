"""What polesitter itself wrote, where it lies among reports: reading it would tell them twice."""

import json
from pathlib import Path

from polesitter.text.input_file import suffix_of

FORMAT = "polesitter dataset"
"""What the manifest of an output folder and the schema of an export call their tables."""
MANIFEST = "manifest.json"
SCHEMA = "schema.json"
EXPORTED = "reports.jsonl"
"""The table of an export that could be taken for reports; one in CSV has none."""

MARK = '<meta name="generator" content="polesitter">'
"""What every page of ours holds near its beginning."""
HEAD = 2_000
"""Bytes in which the mark stands."""
PAGES = (".html", ".htm")


def is_own_folder(folder: Path) -> bool:
    """Tell whether a folder is the output folder of a run, or an export as JSON lines."""
    if (folder / EXPORTED).is_file():
        return _told(_content(folder / SCHEMA), "title") == FORMAT
    return is_own_manifest(_content(folder / MANIFEST))


def is_own_manifest(content: bytes) -> bool:
    """Tell whether a manifest is that of an output folder."""
    return _told(content, "format") == FORMAT


def tables_of(folder: Path) -> tuple[str, ...]:
    """Return the names of the tables in an output folder; none where it is not one."""
    content = _content(folder / MANIFEST)
    tables = _told(content, "tables") if is_own_manifest(content) else None
    return tuple(tables) if isinstance(tables, dict) else ()


def is_own_page(path: Path) -> bool:
    """Tell whether a file is a page that polesitter wrote; False where it cannot be read."""
    return suffix_of(path.name) in PAGES and MARK.encode() in _content(path, HEAD)


def _content(path: Path, limit: int = -1) -> bytes:
    try:
        # What is no regular file could keep us waiting for ever.
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(limit)
    except OSError:
        return b""


def _told(content: bytes, key: str) -> object:
    try:
        value = json.loads(content)
    except ValueError:
        return None
    return value.get(key) if isinstance(value, dict) else None
