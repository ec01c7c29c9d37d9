"""Where a pattern stands, so that who disagrees with a value can change it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from polesitter.text.normal import normal

_PACKAGE = Path(__file__).resolve().parents[1]
PLACES = (
    _PACKAGE / "_patterns",  # in an installed package
    _PACKAGE.parents[1] / "patterns",  # in a checkout
)
ENTITIES, RELATIONS = "entities", "relations"


@dataclass(frozen=True, slots=True)
class PatternPlace:
    """A pattern as written: the file told from the patterns folder, the line from 1."""

    file: str
    line: int
    pattern: str

    def __str__(self) -> str:
        return f"patterns/{self.file}:{self.line}"


class PatternPlaces:
    """Looks rule ids up in a patterns folder; each kind is read when first asked for."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, rule: str, surface: str = "") -> PatternPlace | None:
        """Return the line of a rule; None where no person wrote it.

        An entity has many lines: the one that spells `surface` is told.
        """
        place = self._relations.get(rule)
        if place is not None or ":" not in rule:
            return place
        spelled = self._entities.get(rule, {})
        return spelled.get(normal(surface)) or next(iter(spelled.values()), None)

    def of_label(self, label: str) -> Mapping[str, PatternPlace]:
        """Return the entity patterns of a label by their spelling; shapes are left out."""
        return self._labels.get(label, {})

    @cached_property
    def _labels(self) -> dict[str, dict[str, PatternPlace]]:
        found: dict[str, dict[str, PatternPlace]] = {}
        for line, place in self._read(ENTITIES):
            if isinstance(line.get("pattern"), str):
                found.setdefault(str(line.get("label")), {}).setdefault(place.pattern, place)
        return found

    @cached_property
    def _relations(self) -> dict[str, PatternPlace]:
        return {str(line["id"]): place for line, place in self._read(RELATIONS) if "id" in line}

    @cached_property
    def _entities(self) -> dict[str, dict[str, PatternPlace]]:
        found: dict[str, dict[str, PatternPlace]] = {}
        for line, place in self._read(ENTITIES):
            found.setdefault(str(line.get("id")), {}).setdefault(normal(place.pattern), place)
        return found

    def _read(self, kind: str) -> Iterator[tuple[dict[str, Any], PatternPlace]]:
        if self.folder is None:
            return
        for file in sorted((self.folder / kind).glob("*.jsonl")):
            for number, text in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
                if text.strip():
                    line = json.loads(text)
                    pattern = line.get("pattern")
                    told = pattern if isinstance(pattern, str) else json.dumps(pattern)
                    yield line, PatternPlace(f"{kind}/{file.name}", number, told)


def patterns_folder() -> Path | None:
    """Return the folder of patterns that comes with the package; None if there is none."""
    for place in PLACES:
        if place.is_dir():
            return place
    return None
