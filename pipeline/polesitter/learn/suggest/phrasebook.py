"""The slot patterns of a patterns folder, and new ones read in their company."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from polesitter.relations.slots import Rule, RuleSet, load_rules
from polesitter.relations.slots.compile import compile_pattern
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.inflections import FormTable, build_inflections
from polesitter.relations.slots.load import lemmas_of
from polesitter.relations.slots.nodes import AnyWord, Choice, Maybe, Node, Sequence, Skip

ANY = Maybe(AnyWord())


class Phrasebook:
    """Rules and macros of patterns/relations; reads patterns that stand in no file yet."""

    def __init__(self, patterns: Path) -> None:
        """Read a patterns folder. Raises PolesitterError (E301 to E317)."""
        self.folder = patterns
        found = patterns / "relations"
        self.rules = load_rules([found], root=patterns) if found.is_dir() else RuleSet([])
        self.macros = dict(_macros(found))
        trees = [parse_pattern(rule.pattern, self.macros) for rule in self.rules.rules]
        self._forms = dict(
            build_inflections(frozenset().union(*(lemmas_of(t) for t in trees))).table
        )

    @property
    def ids(self) -> set[str]:
        """The ids of the rules."""
        return {rule.id for rule in self.rules.rules}

    def of_id(self, rule_id: str) -> Rule | None:
        """The rule of an id; None where there is none."""
        return next((rule for rule in self.rules.rules if rule.id == rule_id), None)

    @property
    def patterns(self) -> set[str]:
        """The patterns of the rules, as written."""
        return {rule.pattern for rule in self.rules.rules}

    @property
    def verbs(self) -> frozenset[str]:
        """The verbs that the rules name."""
        return frozenset(self._forms)

    def beyond(self, other: RuleSet) -> RuleSet:
        """The rules that another set lacks, by what they say."""
        theirs = {(rule.relation, rule.pattern) for rule in other.rules}
        pairs = zip(self.rules.rules, self.rules.patterns, strict=True)
        return RuleSet(
            (rule, pattern)
            for rule, pattern in pairs
            if (rule.relation, rule.pattern) not in theirs
        )

    def compiled(self, rule: Rule, pattern: str | None = None) -> RuleSet:
        """A rule, or it with another pattern, by itself. Raises PolesitterError (E301 to E313)."""
        told = rule if pattern is None else replace(rule, pattern=pattern)
        return self._compiled(told, parse_pattern(told.pattern, self.macros))

    def strict(self, rule: Rule) -> RuleSet:
        """A rule without its skips and words of no matter: what it says word by word."""
        tree = without_skips(parse_pattern(rule.pattern, self.macros))
        assert isinstance(tree, Sequence)
        return self._compiled(rule, tree)

    def _compiled(self, rule: Rule, tree: Sequence) -> RuleSet:
        further = lemmas_of(tree) - self._forms.keys()
        if further:
            self._forms.update(build_inflections(further).table)
        return RuleSet([(rule, compile_pattern(tree, FormTable(self._forms)))])


def without_skips(node: Node) -> Node:
    """The part of a pattern with every skip taken out, and every `[_]`."""
    if isinstance(node, Sequence):
        kept = [item for item in node.items if not isinstance(item, Skip) and item != ANY]
        return Sequence(tuple(without_skips(item) for item in kept))
    if isinstance(node, Choice):
        return Choice(tuple(without_skips(option) for option in node.options))
    return Maybe(without_skips(node.item)) if isinstance(node, Maybe) else node


def _macros(folder: Path) -> Iterable[tuple[str, str]]:
    for file in sorted(folder.glob("*.jsonl")):
        for text in file.read_text(encoding="utf-8").split("\n"):
            line = json.loads(text) if text.strip() else {}
            if "macro" in line:
                yield line["macro"], line["pattern"]
