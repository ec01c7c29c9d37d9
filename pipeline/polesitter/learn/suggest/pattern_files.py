"""Writing one line into a file of patterns/, where its order has it."""

import json
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path

from polesitter.errors import PolesitterError
from polesitter.learn.suggest.errors import Errors

Entry = Mapping[str, object]
"""The object of a line."""


def written(entry: Entry) -> str:
    """An entry as it stands in a file, without the line end."""
    return json.dumps(dict(entry), ensure_ascii=False)


def put(patterns: Path, file: str, entry: Entry) -> int:
    """Add a line to a file; return its number, counted from 1.

    `file`: a POSIX path within `patterns`; made where it is missing. The line goes behind
    those that come before it by id and pattern, and no other line changes. The file is
    replaced in one step. Raises PolesitterError (E671) where it cannot be read or written.
    """
    path = patterns / file
    try:
        lines = _lines(path)
        places = [_place(json.loads(line)) for line in lines]
        at = bisect_right(places, _place(entry))
        lines.insert(at, written(entry))
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".tmp")
        unfinished.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
        unfinished.replace(path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise PolesitterError(Errors.E671.format(path=path, reason=reason)) from error
    return at + 1


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _place(entry: Mapping[str, object]) -> tuple[str, str]:
    return str(entry.get("id", "")), str(entry.get("pattern", ""))
