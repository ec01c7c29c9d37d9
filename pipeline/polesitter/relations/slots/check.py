"""Looks for faults in a set of rules that only show when rules are taken together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from polesitter.relations.slots.anchors import rarity
from polesitter.relations.slots.match import RuleSet
from polesitter.relations.slots.rule import Rule, RuleMatch
from polesitter.relations.slots.sentence import Element

Kind = Literal["example", "duplicate id", "duplicate pattern", "conflict", "redundant", "cost"]

EncodeExample: TypeAlias = Callable[[str], Sequence[Element]]
"""Turns an example sentence into elements, its mentions found as in a report."""

COST_LIMIT = 0.3
"""Tries per sentence above which a rule is reported; a rule anchored on "the" costs 0.6."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault: where it stands (`file`, `line` from 1), which rule, what is wrong."""

    kind: Kind
    rule_id: str
    file: str
    line: int
    message: str


def check_rules(rules: RuleSet, encode_example: EncodeExample) -> list[Problem]:
    """All problems of a rule set, by file, line and kind.

    Each example must be matched by its own rule; no id or pattern may stand twice; two
    rules that fire together on every example either of them matches, over the same
    words with the same bindings, conflict (other values) or are redundant (the same).
    """
    fired = [rules.match(encode_example(rule.example)) for rule in rules.rules]
    problems = [
        *_unmatched(rules.rules, fired),
        *_same_ids(rules.rules),
        *_same_patterns(rules),
        *_twins(rules.rules, fired),
        *_dear(rules),
    ]
    problems.sort(key=_order)
    return problems


def tries_per_sentence(rules: RuleSet) -> float:
    """How many rules' anchors an average sentence holds: an upper estimate of the work."""
    return sum(rarity(pattern.needs.anchor) for pattern in rules.patterns) / 1000


def _unmatched(rules: Sequence[Rule], fired: Sequence[Sequence[RuleMatch]]) -> Iterable[Problem]:
    for rule, matches in zip(rules, fired, strict=True):
        if all(match.rule != rule for match in matches):
            yield _problem("example", rule, f"does not match its example: {rule.example}")


def _same_ids(rules: Sequence[Rule]) -> Iterable[Problem]:
    first: dict[str, Rule] = {}
    for rule in rules:
        other = first.setdefault(rule.id, rule)
        if other is not rule:
            yield _problem("duplicate id", rule, f"the id stands at {_place(other)} too")


def _same_patterns(rules: RuleSet) -> Iterable[Problem]:
    first: dict[tuple[str, str, tuple[str, ...]], Rule] = {}
    for rule, pattern in zip(rules.rules, rules.patterns, strict=True):
        other = first.setdefault((rule.relation, pattern.source, pattern.roles), rule)
        if other is not rule:
            message = f"the same pattern as {other.id} at {_place(other)}"
            yield _problem("duplicate pattern", rule, message)


def _twins(rules: Sequence[Rule], fired: Sequence[Sequence[RuleMatch]]) -> Iterable[Problem]:
    """Pairs of rules that the examples cannot tell apart."""
    findings: dict[str, set[tuple[object, ...]]] = {}
    for example, matches in enumerate(fired):
        for match in matches:
            bound = tuple(sorted(match.bindings.items()))
            finding = (example, match.rule.relation, match.start, match.end, bound)
            findings.setdefault(match.rule.id, set()).add(finding)
    groups: dict[frozenset[tuple[object, ...]], Rule] = {}
    for rule in rules:
        if rule.id not in findings:
            continue
        other = groups.setdefault(frozenset(findings[rule.id]), rule)
        if other.id == rule.id:
            continue
        if (other.value, other.framing) == (rule.value, rule.framing):
            message = f"matches just where {other.id} ({_place(other)}) does: one is enough"
            yield _problem("redundant", rule, message)
        else:
            message = (
                f"matches just where {other.id} ({_place(other)}) does and says otherwise: "
                f"{_says(rule)} against {_says(other)}"
            )
            yield _problem("conflict", rule, message)


def _dear(rules: RuleSet) -> Iterable[Problem]:
    for rule, pattern in zip(rules.rules, rules.patterns, strict=True):
        tries = rarity(pattern.needs.anchor) / 1000
        if tries > COST_LIMIT:
            message = (
                f"is tried on {tries:.0%} of all sentences, in up to {pattern.ways} ways; "
                "a rarer word that cannot be left out would save that"
            )
            yield _problem("cost", rule, message)


def _problem(kind: Kind, rule: Rule, message: str) -> Problem:
    return Problem(kind, rule.id, rule.file, rule.line, message)


def _place(rule: Rule) -> str:
    return f"{rule.file}, line {rule.line}"


def _says(rule: Rule) -> str:
    return f"value {rule.value!r}, framing {rule.framing!r}"


def _order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.file, problem.line, problem.kind, problem.rule_id
