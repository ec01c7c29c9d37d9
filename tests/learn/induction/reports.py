"""Small annotated reports for the tests of induction, and a patterns folder to go with them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polesitter.learn.corpus import GoldReport
from polesitter.text.plain import unmark

ROW: dict[str, Any] = dict.fromkeys(
    ("class", "position", "grid", "driver", "team", "car", "number", "speed", "speed_unit",
     "lap_time", "gap", "gap_to", "segment")
) | {"gap_approx": False, "status": "classified"}  # fmt: skip

ENTITIES = {
    "drivers": [("DRIVER", name) for name in ("Scott Dixon", "Will Power", "Alex Palou")],
    "teams": [("TEAM", "Team Penske"), ("TEAM", "Chip Ganassi Racing")],
    "cars": [("CAR", "Honda"), ("CAR", "Ford")],
    "tracks": [("TRACK", "Road America")],
}
MACROS = [
    {"macro": "det", "pattern": "(the|a|his|her)"},
    {"macro": "adverb", "pattern": "(only|also|once again)"},
]


def gold(name: str, marked: str, *rows: Mapping[str, Any], date: str | None = None) -> GoldReport:
    """A report from its marked text; a row gives what differs from an empty one."""
    text, marks = unmark(marked)
    session = {"date": date, "series": None, "event": None, "track": None}
    return GoldReport(name, text, tuple(marks), session, tuple(ROW | dict(row) for row in rows))


def write(folder: Path, name: str, marked: str, *rows: Mapping[str, Any], date: str = "") -> None:
    """Write a report as the corpus keeps it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(marked, encoding="utf-8")
    session = {"date": date or None, "series": None, "event": None, "track": None}
    record = {"id": name, "session": session, "records": [ROW | dict(row) for row in rows]}
    (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")


def make_patterns(root: Path, to: Path) -> Path:
    """A patterns folder with the project's lexicon, a few names, macros and no rule."""
    shutil.copytree(root / "patterns" / "lexicon", to / "lexicon")
    for file, names in ENTITIES.items():
        lines = [
            {
                "label": label,
                "pattern": name,
                "id": f"{label.lower()}:{name.lower().replace(' ', '-')}",
            }
            for label, name in names
        ]
        write_lines(to / "entities" / f"{file}.jsonl", lines)
    write_lines(to / "relations" / "macros.jsonl", MACROS)
    return to


def write_lines(path: Path, lines: list[dict[str, Any]]) -> None:
    """Write a JSONL file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
