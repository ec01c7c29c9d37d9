"""Patterns as people wrote them: without the lines that were learned from reports."""

import json
import shutil
from pathlib import Path

from polesitter.learn.pattern_changes import PatternChanges

HAND = "hand"
"""The `source` of a line that a person wrote; so is that of a line without one."""


def has_learnt_lines(patterns: Path) -> bool:
    """Tell whether anything in a patterns folder was learned."""
    return any(
        _is_learnt(line)
        for path in patterns.rglob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def copy_by_hand(patterns: Path, to: Path) -> None:
    """Copy a patterns folder but for the lines that were learned."""
    shutil.copytree(patterns, to)
    for path in sorted(to.rglob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not _is_learnt(line)), encoding="utf-8")


def write_changes(patterns: Path, changes: PatternChanges) -> None:
    """Write what was learned into a patterns folder."""
    for name, content in changes.files.items():
        (patterns / name).parent.mkdir(parents=True, exist_ok=True)
        (patterns / name).write_bytes(content.encode())


def _is_learnt(line: str) -> bool:
    return bool(line.strip()) and json.loads(line).get("source", HAND) != HAND
