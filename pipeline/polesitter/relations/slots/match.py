"""Finds the rules that apply to a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from polesitter.relations.slots.compile import CompiledPattern
from polesitter.relations.slots.rule import Rule, RuleMatch
from polesitter.relations.slots.sentence import Element, SlotString, encode
from polesitter.relations.slots.sieve import Sieve
from polesitter.relations.slots.store import read_rules, write_rules

_INDEX: Final = re.compile(r"\d+")


class RuleSet:
    """Rules with their compiled patterns.

    A pattern's regular expression is built when a sentence first needs it.
    """

    def __init__(self, rules: Iterable[tuple[Rule, CompiledPattern]]) -> None:
        self._rules: list[Rule] = []
        self._patterns: list[CompiledPattern] = []
        self._expressions: list[re.Pattern[str] | None] = []
        for rule, pattern in rules:
            self._rules.append(rule)
            self._patterns.append(pattern)
            self._expressions.append(None)
        self._sieve = Sieve([pattern.needs for pattern in self._patterns])

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in the order of their files."""
        return tuple(self._rules)

    @property
    def patterns(self) -> tuple[CompiledPattern, ...]:
        """The compiled patterns, one per rule."""
        return tuple(self._patterns)

    def __len__(self) -> int:
        return len(self._rules)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, compiled patterns included."""
        return write_rules(zip(self._rules, self._patterns, strict=True))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "RuleSet":
        """The rules that to_dict wrote. Raises PolesitterError (E318) for another version."""
        return cls(read_rules(data))

    def match(self, elements: Sequence[Element]) -> list[RuleMatch]:
        """All matches in a sentence, by start, end, priority (high first) and rule id.

        Matches of one rule may overlap but none lies inside another of that rule.
        """
        sentence = encode(elements)
        found: list[RuleMatch] = []
        for number in self.candidates(sentence):
            expression = self._expressions[number]
            if expression is None:
                expression = self._expressions[number] = re.compile(self._patterns[number].source)
            first = expression.search(sentence.text)
            if first is not None:
                found.extend(self._matches(number, first, sentence))
        if len(found) > 1:
            found.sort(key=_order)
        return found

    def candidates(self, sentence: SlotString) -> list[int]:
        """Numbers of the rules worth trying: all that they need occurs in the sentence."""
        return self._sieve.passed(sentence.keys, sentence.labels)

    def _matches(
        self, number: int, first: re.Match[str], sentence: SlotString
    ) -> Iterator[RuleMatch]:
        """The matches of a rule from its first on, less those that lie inside another."""
        search = first.re.search
        furthest = 0
        found: re.Match[str] | None = first
        while found:
            # A match begins with the space before its first element.
            start, end = found.span()
            if end > furthest:
                furthest = end
                yield self._read(number, found, sentence)
            found = search(sentence.text, start + 1)

    def _read(self, number: int, found: re.Match[str], sentence: SlotString) -> RuleMatch:
        bindings: dict[str, tuple[int, ...]] = {}
        for role, text in zip(self._patterns[number].roles, found.groups(), strict=True):
            if text is not None:
                # Most roles are filled by one slot, which is its index alone.
                lone = text.isdecimal()
                bindings[role] = (
                    (int(text),) if lone else tuple([int(index) for index in _INDEX.findall(text)])
                )
        first, last = found.span()
        return RuleMatch(
            self._rules[number],
            bindings,
            sentence.element_at(first + 1),
            sentence.element_at(last),
        )


def _order(match: RuleMatch) -> tuple[int, int, int, str]:
    return match.start, match.end, -match.rule.priority, match.rule.id
