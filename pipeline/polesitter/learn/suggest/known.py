"""The names that patterns/entities lists, whether the model was built with them yet or not."""

import json
from collections.abc import Iterator
from pathlib import Path

from polesitter.text.normal import normal
from polesitter.types import NAMES

FILE_OF = {
    "DRIVER": "drivers",
    "TEAM": "teams",
    "CAR": "cars",
    "CLASS": "classes",
    "SERIES": "series",
    "EVENT": "events",
    "TRACK": "tracks",
}
"""Label -> the file of patterns/entities that takes new names of it."""

NEAR = 86.0
"""How alike, of 100, two names must be spelled for one to be shown as perhaps the other."""


class Known:
    """Looks names up by label, insensitive to case, accents and punctuation."""

    def __init__(self, patterns: Path) -> None:
        self._ids: dict[str, dict[str, str]] = {label: {} for label in NAMES}
        self._spelled: set[tuple[str, str]] = set()
        self._files: dict[str, str] = {}
        for file, line in _lines(patterns / "entities"):
            label, pattern = line.get("label"), line.get("pattern")
            self._files.setdefault(line.get("id", ""), f"entities/{file}")
            if label in self._ids and isinstance(pattern, str):
                self._ids[label].setdefault(normal(pattern), line["id"])
                self._spelled.add((label, pattern))

    def id_of(self, label: str, name: str) -> str | None:
        """The id of a name under a label; None where it is not listed."""
        return self._ids[label].get(normal(name))

    def spells(self, label: str, name: str) -> bool:
        """Whether a line has the name letter by letter."""
        return (label, name) in self._spelled

    def file_of(self, entity_id: str) -> str | None:
        """The file of patterns/ that lists an id first, as a POSIX path within it."""
        return self._files.get(entity_id)

    def nearest(self, label: str, name: str) -> str:
        """The id of the name of a label that is spelled most alike; "" where none is near."""
        from rapidfuzz import fuzz, process

        spelled = self._ids[label]
        best = process.extractOne(
            normal(name), spelled.keys(), scorer=fuzz.ratio, score_cutoff=NEAR
        )
        return spelled[best[0]] if best is not None else ""


def _lines(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for file in sorted(folder.glob("*.jsonl")):
        for text in file.read_text(encoding="utf-8").split("\n"):
            if text.strip():
                yield file.name, json.loads(text)
