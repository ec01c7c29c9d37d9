"""Induced patterns as lines of patterns/relations/induced.jsonl.

One report more changes few lines: `support` is "at least so many sessions" in large steps,
`precision` comes in twentieths, rounded down, and which reports `source` names is drawn
by lot, so that a new one seldom takes the place of another.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from polesitter.learn.induction.slots.candidate_trees import candidate_trees
from polesitter.learn.induction.slots.example import Reader, example_of
from polesitter.learn.induction.slots.induced import Induced
from polesitter.learn.induction.slots.told_pair import ToldSentence
from polesitter.learn.pattern_changes import LearntPattern
from polesitter.relations.slots import Rule, RuleSet
from polesitter.relations.slots.compile import compile_pattern
from polesitter.relations.slots.inflections import FormTable

FILE = "relations/induced.jsonl"
"""Path within patterns/."""

STEPS = (5, 10, 20, 50, 100, 200, 500, 1000)
NAMED = 3
"""Reports that `source` names."""


@dataclass(frozen=True, slots=True)
class InducedLine:
    """A pattern with its example, and the reports it was induced from, sorted by id."""

    told: LearntPattern
    reports: tuple[str, ...]

    def json(self) -> str:
        """The line as it stands in the file."""
        more = "" if len(self.reports) <= NAMED else ", …"
        line = {
            "id": self.told.id,
            "relation": self.told.relation,
            "pattern": self.told.pattern,
            "example": self.told.example,
            "source": f"induced from {', '.join(self._drawn())}{more}",
            "support": at_least(self.told.support),
            "precision": int(self.told.precision * 20 + 1e-9) / 20,
        }
        return json.dumps(line, ensure_ascii=False)

    def _drawn(self) -> list[str]:
        """Some of the reports, sorted; the same ones as long as they are the first by lot."""
        lots = sorted((_digest(f"{self.told.id} {report}"), report) for report in self.reports)
        return sorted(report for _, report in lots[:NAMED])


def induced_lines(
    induced: Iterable[Induced],
    sentences: Sequence[ToldSentence],
    macros: Mapping[str, str],
    read: Reader,
) -> list[InducedLine]:
    """The lines, sorted by relation and pattern; a pattern that no example shows has none."""
    of_pattern = {(one.candidate.relation, one.candidate.pattern): one for one in induced}
    found = []
    for candidate, tree in candidate_trees([one.candidate for one in of_pattern.values()], macros):
        one = of_pattern[candidate.relation, candidate.pattern]
        borne_out = [
            sentences[number] for number in sorted({at.sentence for at in one.evidence.right})
        ]
        id = stable_id(candidate.relation, candidate.pattern)
        rule = Rule(id, candidate.relation, candidate.pattern, "", "induced", FILE, 0)
        pattern = compile_pattern(tree, FormTable({}))
        example = example_of(RuleSet([(rule, pattern)]), borne_out, read)
        if example is not None:
            words, origin = example
            told = LearntPattern(
                id,
                candidate.relation,
                candidate.pattern,
                one.judgement.support,
                one.judgement.precision,
                words,
                origin.report,
            )
            reports = tuple(sorted({sentence.report for sentence in borne_out}))
            found.append(InducedLine(told, reports))
    return sorted(found, key=_place)


def stable_id(relation: str, pattern: str) -> str:
    """An id that depends on nothing but what the rule says."""
    return f"induced.{relation}.{_digest(f'{relation} {pattern}')[:8]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def at_least(count: int) -> int:
    """The largest round number that `count` reaches."""
    return max((step for step in STEPS if step <= count), default=count)


def _place(line: InducedLine) -> tuple[str, str]:
    return line.told.relation, line.told.pattern
