"""The lines of patterns/entities: read, told apart by who wrote them, written sorted."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from polesitter.learn.pattern_lines import lines

FILE_OF = {
    "DRIVER": "drivers", "TEAM": "teams", "CAR": "cars", "EVENT": "events", "TRACK": "tracks",
    "SERIES": "series", "CLASS": "classes",
}  # fmt: skip
"""The file of patterns/entities that takes new names of a label."""


@dataclass(frozen=True, slots=True)
class EntityLine:
    """A line: `source` the report a name was learned from, "" for what a person wrote.

    `first_seen`: the day of that report, ISO; "" where it has none.
    """

    label: str
    pattern: str
    id: str
    source: str = ""
    first_seen: str = ""

    def json(self) -> str:
        """The line as it stands in the file."""
        told = {"label": self.label, "pattern": self.pattern, "id": self.id}
        if self.source:
            told["source"] = self.source
        if self.first_seen:
            told["first_seen"] = self.first_seen
        return json.dumps(told, ensure_ascii=False)


def read_lines(patterns: Path, relearned: Collection[str]) -> dict[str, list[EntityLine]]:
    """The string patterns of every file, without those learned from the reports `relearned`.

    The key is the file's name without suffix.
    """
    found: dict[str, list[EntityLine]] = {}
    for path in sorted((patterns / "entities").glob("*.jsonl")):
        found[path.stem] = [
            EntityLine(*[str(line.get(key, "")) for key in EntityLine.__dataclass_fields__])
            for line in lines(path)
            if isinstance(line["pattern"], str) and line.get("source", "") not in relearned
        ]
    return found


def with_lines(content: str, new: Iterable[EntityLine], relearned: Collection[str]) -> str:
    """A file's text with some lines more, sorted by id and pattern, no line twice.

    Lines learned from the reports `relearned` are taken out before; all else is kept as
    it stands, patterns of tokens included.
    """
    kept = []
    for text in content.splitlines():
        if text.strip():
            line = json.loads(text)
            if line.get("source", "") not in relearned:
                kept.append((str(line["id"]), _spelled(line["pattern"]), text))
    kept += [(line.id, line.pattern, line.json()) for line in new]
    return "".join(f"{text}\n" for _, _, text in sorted(set(kept)))


def _spelled(pattern: object) -> str:
    return pattern if isinstance(pattern, str) else json.dumps(pattern)
