"""Accepted reports as corpus files, `<id>.txt` and `<id>.json`, in the form of corpus/GUIDE.md."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.review.app.cells import RECORD
from polesitter.review.app.rows import Row
from polesitter.review.app.steps import LINE_END
from polesitter.text.plain import MARK, Mark, remark, unmark
from polesitter.types import Mention

PREFIXES = {"DRIVER": "d", "TEAM": "t", "CAR": "c", "SERIES": "s", "EVENT": "e", "TRACK": "k",
            "CLASS": "g"}  # fmt: skip
"""What the ids of marks begin with; measures have no id."""


@dataclass(frozen=True, slots=True)
class Gold:
    """The two files of one report, as text."""

    id: str
    marked: str
    record: str


def gold_of(
    name: str,
    text: str,
    mentions: Sequence[Mention],
    session: Mapping[str, Any],
    rows: Sequence[Row],
) -> Gold:
    """Return the files of an accepted report; `name` is its id.

    Raises PolesitterError (E763) where the text would not come back out of its marks.
    """
    text = _unbroken(text, mentions)
    marks = marks_of(mentions)
    marked = remark(text, marks)
    if unmark(marked) != (text, marks):
        raise PolesitterError(Errors.E763.format(name=name, found=_culprit(text, marks)))
    values = {
        "id": name,
        "session": {key: session.get(key) for key in ("date", "series", "event", "track")},
    }
    head = ",\n".join(f"  {_json(key)}: {_json(value)}" for key, value in values.items())
    lines = [f"    {_json({key: row.values[key] for key in RECORD})}" for row in rows]
    records = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
    return Gold(name, marked, f'{{\n{head},\n  "records": {records}\n}}\n')


def marks_of(mentions: Sequence[Mention]) -> list[Mark]:
    """Return corpus marks; entities are numbered from 1 per label, in text order."""
    numbers: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    marks = []
    for number, one in enumerate(mentions):
        mark_id = None
        if one.label in PREFIXES:
            key = (one.label, one.entity_id or f"alone{number}")
            if key not in numbers:
                counts[one.label] = numbers[key] = counts.get(one.label, 0) + 1
            mark_id = f"{PREFIXES[one.label]}{numbers[key]}"
        marks.append(Mark(one.start, one.end, one.label, mark_id))
    return marks


def write_gold(folder: Path, gold: Gold) -> None:
    """Write both files, each whole or not at all; the record last, for readers look for it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in zip(gold_paths(folder, gold.id), (gold.marked, gold.record), strict=True):
        staged = path.with_name(f".{path.name}.new")
        with staged.open("w", encoding="utf-8", newline="") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(path)


def remove_gold(folder: Path, name: str) -> None:
    """Take a report back out of the corpus."""
    for path in reversed(gold_paths(folder, name)):
        path.unlink(missing_ok=True)


def gold_paths(folder: Path, name: str) -> tuple[Path, Path]:
    """Return the paths of a report's marked text and record."""
    return folder / f"{name}.txt", folder / f"{name}.json"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _unbroken(text: str, mentions: Sequence[Mention]) -> str:
    """The text with spaces for line ends within mentions, which marks cannot hold.

    Lines are broken there only because a column was full; offsets stay.
    """
    for one in mentions:
        words = text[one.start : one.end]
        if LINE_END.search(words):
            text = text[: one.start] + LINE_END.sub(" ", words) + text[one.end :]
    return text


def _culprit(text: str, marks: Sequence[Mark]) -> str:
    """The first words that marks cannot hold, or that look marked themselves."""
    found = MARK.search(text)
    if found is not None:
        return found[0][:60]
    for mark in marks:
        words = text[mark.start : mark.end]
        own = [replace(mark, start=0, end=len(words))]
        if unmark(remark(words, own)) != (words, own):
            return words[:60]
    return text[:60]
