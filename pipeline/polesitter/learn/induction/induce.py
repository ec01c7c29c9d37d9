"""What annotated reports teach patterns/: names, and slot patterns."""

import json
from collections.abc import Sequence
from pathlib import Path

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.folds import session_key
from polesitter.learn.induction.marked_lessons import MarkedLessons
from polesitter.learn.induction.names.new_names import name_files, new_names
from polesitter.learn.induction.names.word_lists import read_word_lists
from polesitter.learn.induction.slots.example import ListedReader
from polesitter.learn.induction.slots.induced import induce_slots
from polesitter.learn.induction.slots.induced_lines import FILE, InducedLine, induced_lines
from polesitter.learn.induction.slots.told_pair import ToldSentence, told_sentences
from polesitter.learn.invented import invented_ids
from polesitter.learn.pattern_changes import LearntPattern, PatternChanges
from polesitter.learn.pattern_lines import lines
from polesitter.learn.uncollected import uncollected
from polesitter.relations.slots import RuleSet, load_rules

HAND = "hand"
"""The `source` of a slot pattern that a person wrote."""


@uncollected()
def induce(folders: Sequence[Path], patterns: Path) -> PatternChanges:
    """Learn names and slot patterns from annotated reports; nothing is written.

    `folders`: of `<id>.txt` and `<id>.json`. Names and patterns learned before from these
    reports are learned anew, what people wrote is left as it is. Reports listed in
    invented.txt beside their folder teach no names.
    Deterministic. Raises PolesitterError where a report or a pattern cannot be read.
    """
    reports = [report for folder in folders for report in read_gold([folder])]
    made = MarkedLessons(patterns)
    invented = invented_ids(folders)
    real = [report for report in reports if report.id not in invented]
    names = new_names(made.nlp, real, patterns, read_word_lists(patterns))
    dates = {report.id: str(report.session.get("date") or "") for report in real}
    files = dict(name_files(names, dates, patterns))
    found = induced_slot_lines(reports, patterns, made)
    before = _induced_before(patterns)
    content = "".join(f"{line.json()}\n" for line in found)
    if content != before:
        files[FILE] = content
    told = tuple(line.told for line in found)
    ids = {pattern.id for pattern in told}
    dropped = tuple(one for one in _read(before) if one.id not in ids)
    return PatternChanges(files, tuple(names), told, dropped)


def induced_slot_lines(
    reports: Sequence[GoldReport], patterns: Path, made: MarkedLessons
) -> list[InducedLine]:
    """The slot patterns that reports teach beside those that people wrote."""
    sentences = sentences_of(reports, made)
    macros = macros_of(patterns)
    induced = induce_slots(sentences, macros, rules_by_hand(patterns))
    return induced_lines(induced, sentences, macros, ListedReader(patterns))


def sentences_of(reports: Sequence[GoldReport], made: MarkedLessons) -> list[ToldSentence]:
    """The sentences of reports that pair drivers with values; those of a session together."""
    return [
        sentence
        for report, lesson in zip(reports, made(reports), strict=True)
        for sentence in told_sentences(lesson, " ".join(session_key(report)))
    ]


def macros_of(patterns: Path) -> dict[str, str]:
    """The macros of patterns/relations, by name."""
    return {
        line["macro"]: line["pattern"]
        for path in sorted((patterns / "relations").glob("*.jsonl"))
        for line in lines(path)
        if "macro" in line
    }


def rules_by_hand(patterns: Path) -> RuleSet:
    """The slot patterns that people wrote."""
    folder = patterns / "relations"
    rules = load_rules([folder] if folder.is_dir() else [], root=patterns)
    return RuleSet(
        pair for pair in zip(rules.rules, rules.patterns, strict=True) if pair[0].source == HAND
    )


def _induced_before(patterns: Path) -> str:
    path = patterns / FILE
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _read(content: str) -> list[LearntPattern]:
    found = []
    for text in content.splitlines():
        line = json.loads(text)
        known = {key: line[key] for key in ("id", "relation", "pattern", "support", "precision")}
        found.append(LearntPattern(**known, example=line["example"]))
    return found
