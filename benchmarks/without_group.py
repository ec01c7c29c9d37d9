"""The project as if a series group had never been read: no reports, names or patterns of it."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from project_copy import build_in, copy_project

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.induction.marked_lessons import MarkedLessons
from polesitter.learn.retrain.retrain import Folders
from polesitter.learn.taught_parts import taught_parts
from polesitter.relations.slots import load_rules
from polesitter.relations.slots.hits import find_hits

WORD = re.compile(r"\w+")
LONGEST = 8
"""Words of the longest name that is looked up."""


def make_project_without(group: str, root: Path, place: Path) -> Folders:
    """Copy the project `root` without a series group to `place`, and build its model.

    What people wrote into patterns/ came from the group if it is used in reports of the
    group and in none of the others; patterns that were learned are learned anew.
    """
    golds = list(read_gold(taught_parts(root / "corpus")))
    own = [gold for gold in golds if gold.group == group]
    others = [gold for gold in golds if gold.group != group]
    folders = copy_project(root, {gold.id for gold in own}, place, learned=False)
    drop_names(folders.patterns, own, others)
    drop_rules(folders.patterns, own, others)
    build_in(folders, induce=True)
    return folders


def drop_names(patterns: Path, own: Sequence[GoldReport], others: Sequence[GoldReport]) -> None:
    """Take out the names that stand in texts of `own` and in none of `others`."""
    only = phrases(own) - phrases(others)
    for path in sorted((patterns / "entities").glob("*.jsonl")):
        kept = [line for line in _lines(path) if _words(json.loads(line)["pattern"]) not in only]
        path.write_text("".join(kept), encoding="utf-8")


def drop_rules(patterns: Path, own: Sequence[GoldReport], others: Sequence[GoldReport]) -> None:
    """Take out the slot patterns that match in reports of `own` and in none of `others`."""
    only = _rules_used(patterns, own) - _rules_used(patterns, others)
    for path in sorted((patterns / "relations").glob("*.jsonl")):
        kept = [line for line in _lines(path) if json.loads(line).get("id") not in only]
        path.write_text("".join(kept), encoding="utf-8")


def phrases(golds: Iterable[GoldReport]) -> set[tuple[str, ...]]:
    """Return every run of up to LONGEST words of some texts."""
    found: set[tuple[str, ...]] = set()
    for gold in golds:
        words = WORD.findall(gold.text.casefold())
        for start in range(len(words)):
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                found.add(tuple(words[start:end]))
    return found


def _words(pattern: object) -> tuple[str, ...]:
    """The words of a name; none of a pattern of tokens, which is a shape and no name."""
    return tuple(WORD.findall(pattern.casefold())) if isinstance(pattern, str) else ()


def _rules_used(patterns: Path, golds: Sequence[GoldReport]) -> set[str]:
    rules = load_rules([patterns / "relations"], root=patterns)
    return {
        rule
        for lesson in MarkedLessons(patterns)(golds)
        for hits in find_hits(lesson.view, rules).values()
        for _, rule in hits
    }


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines(keepends=True) if line.strip()]
