"""Faults in what people wrote into patterns/, and what is worth knowing of it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots import Element, Slot, load_rules
from polesitter.relations.slots.check import Problem, check_rules, tries_per_sentence
from polesitter.review.pattern_places import ENTITIES, RELATIONS
from polesitter.types import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

Severity = Literal["error", "warning", "info"]
SEVERITIES: dict[str, Severity] = {"redundant": "warning", "cost": "warning"}
"""Problems of relation rules that are no errors."""
SLOT_OF = {"LAPTIME": "lap_time"}
"""Labels whose slot is not the label in lower case."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know of a line: `file` told from the patterns folder, `line` from 1."""

    severity: Severity
    file: str
    line: int
    message: str


@dataclass(slots=True)
class PatternReport:
    """All findings, and how many patterns there are by label or relation.

    `tries`: relation rules tried per sentence, an upper estimate of their cost.
    """

    findings: list[Finding] = field(default_factory=list)
    entities: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    tries: float = 0.0

    def count(self, severity: Severity) -> int:
        """Return how many findings are that severe."""
        return sum(finding.severity == severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Line:
    file: str
    number: int
    label: str
    text: str
    id: str

    def __str__(self) -> str:
        return f"{self.file}:{self.number}"


def check_patterns(folder: Path, load: "Callable[[], Language]") -> PatternReport:
    """Check a patterns folder; `load` gives the pipeline, called only if rules need it.

    Raises PolesitterError where there are no patterns (E709), or a line cannot be read
    (E710, E301 to E317).
    """
    if not any((folder / kind).is_dir() for kind in (ENTITIES, RELATIONS)):
        raise PolesitterError(Errors.E709.format(path=folder))
    report = PatternReport()
    _check_entities(folder, report)
    rules = load_rules([folder / RELATIONS]) if (folder / RELATIONS).is_dir() else None
    if rules is not None and len(rules):
        nlp = load()

        def encode(example: str) -> Sequence[Element]:
            return encode_example(nlp, example)

        report.relations.update(rule.relation for rule in rules.rules)
        report.tries = tries_per_sentence(rules)
        report.findings += [_finding(one, folder) for one in check_rules(rules, encode)]
    return report


def encode_example(nlp: "Language", example: str) -> list[Element]:
    """Return a sentence as case-folded words and one slot per mention found in it."""
    doc = nlp(example)
    starts = {ent.start: (index, ent) for index, ent in enumerate(doc.ents)}
    elements: list[Element] = []
    for token in doc:
        if token.i in starts:
            index, ent = starts[token.i]
            elements.append(Slot(SLOT_OF.get(ent.label_, ent.label_.lower()), index))
        elif not token.ent_type_ and not token.is_space:
            elements.append(token.text.casefold())
    return elements


def _check_entities(folder: Path, report: PatternReport) -> None:
    spelled: dict[str, list[_Line]] = {}
    for line in _entity_lines(folder):
        report.entities[line.label] += 1
        spelled.setdefault(line.text, []).append(line)
    for text, lines in spelled.items():
        report.findings.extend(_clashes(text, lines))


def _clashes(text: str, lines: Sequence[_Line]) -> Iterator[Finding]:
    first: dict[str, _Line] = {}
    for line in lines:
        earlier = first.setdefault(line.label, line)
        if earlier is line:
            continue
        if earlier.id == line.id:
            message = f"{text!r} stands at {earlier} already"
            yield Finding("warning", line.file, line.number, message)
        else:
            message = f"{text!r} is {line.id}, but {earlier.id} at {earlier}"
            yield Finding("error", line.file, line.number, message)
    labels = list(first)
    if len(labels) > 1:
        last = first[labels[-1]]
        others = ", ".join(f"{label} at {first[label]}" for label in labels[:-1])
        message = f"{text!r} is {labels[-1]}, and {others}"
        yield Finding("info", last.file, last.number, message)


def _entity_lines(folder: Path) -> Iterable[_Line]:
    for file in sorted((folder / ENTITIES).glob("*.jsonl")):
        for number, text in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if text.strip():
                yield _read_line(file, number, text)


def _read_line(file: Path, number: int, text: str) -> _Line:
    try:
        entry: Any = json.loads(text)
    except ValueError as error:
        raise _unreadable(file, number, f"no valid JSON ({error})") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise _unreadable(file, number, "id is missing")
    if entry.get("label") not in LABELS:
        raise _unreadable(file, number, f"no label is called {entry.get('label')!r}")
    pattern = entry.get("pattern")
    if not pattern or not isinstance(pattern, str | list):
        raise _unreadable(file, number, "pattern is missing")
    spelled = pattern if isinstance(pattern, str) else json.dumps(pattern)
    return _Line(f"{ENTITIES}/{file.name}", number, entry["label"], spelled, entry["id"])


def _unreadable(file: Path, number: int, problem: str) -> PolesitterError:
    return PolesitterError(Errors.E710.format(path=file, line=number, problem=problem))


def _finding(problem: Problem, folder: Path) -> Finding:
    file = Path(problem.file)
    told = file.relative_to(folder) if file.is_relative_to(folder) else file
    severity = SEVERITIES.get(problem.kind, "error")
    return Finding(severity, told.as_posix(), problem.line, f"{problem.rule_id} {problem.message}")
