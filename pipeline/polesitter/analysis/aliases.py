"""One id for all spellings that patterns/entities knows of a name."""

import json
from collections.abc import Iterator
from pathlib import Path

from polesitter.text.normal import normal

FILES = {
    "driver": ("drivers",),
    "team": ("teams", "constructors"),
    "series": ("series",),
    "event": ("events",),
    "track": ("tracks",),
}
"""Kinds of names, and the files of patterns/entities that list them."""


class Aliases:
    """Looks names up by kind; a file is read when a name of its kind is first asked for.

    `folder`: a patterns folder; None: every name is known only by its spelling.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._listed: dict[str, dict[str, str]] = {}

    def id_of(self, kind: str, name: str) -> str:
        """Return the id of a name: of patterns/ where it is listed once, else `~` and it.

        `kind`: a key of FILES. As in the tables, `~` stands before the normalised name.
        """
        plain = normal(name)
        return self.known(kind, plain) or f"~{plain}"

    def known(self, kind: str, plain: str) -> str | None:
        """Return the id of a normalised name; None where it is listed never or twice."""
        if self.folder is None:
            return None
        if kind not in self._listed:
            self._listed[kind] = _ids_by_name(self.folder, kind)
        return self._listed[kind].get(plain)


def _ids_by_name(folder: Path, kind: str) -> dict[str, str]:
    ids: dict[str, str] = {}
    doubtful: set[str] = set()
    for name in FILES[kind]:
        for pattern, entity_id in _lines(folder / "entities" / f"{name}.jsonl"):
            plain = normal(pattern)
            if ids.setdefault(plain, entity_id) != entity_id:
                doubtful.add(plain)
    return {plain: entity_id for plain, entity_id in ids.items() if plain not in doubtful}


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Pattern and id of each line whose pattern is a text; none where there is no file."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line) if line.strip() else {}
        if isinstance(entry.get("pattern"), str):
            yield entry["pattern"], entry["id"]
