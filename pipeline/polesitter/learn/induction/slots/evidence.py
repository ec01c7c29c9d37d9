"""What candidates find in the corpus, and whether the records bear it out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from polesitter.learn.induction.slots.candidate import Candidate, Place
from polesitter.learn.induction.slots.element_row import ElementRow
from polesitter.learn.induction.slots.joint_match import JointPatterns, Stretches
from polesitter.learn.induction.slots.told_pair import SLOTS_OF_RELATION, ToldSentence
from polesitter.relations.slots import Rule, RuleMatch, RuleSet
from polesitter.relations.slots.hits import pairs_of
from polesitter.relations.slots.nodes import Sequence as Tree

Judged = tuple[Place, bool]
"""A pair of which the records know whether it holds, and whether."""

Orders = dict[tuple[int, int], int]
"""Head and value of a pair -> its number in the sentence."""


@dataclass(slots=True)
class Evidence:
    """Where a pattern pairs what belongs together, and where what does not."""

    right: set[Place] = field(default_factory=set)
    wrong: set[Place] = field(default_factory=set)

    def add(self, judged: Iterable[Judged]) -> None:
        """Take in pairs that the pattern finds."""
        for place, holds in judged:
            (self.right if holds else self.wrong).add(place)


def gather(
    trees: Sequence[tuple[Candidate, Tree]], sentences: Sequence[ToldSentence]
) -> dict[Candidate, Evidence]:
    """Match all candidates on all sentences at once."""
    evidence = {candidate: Evidence() for candidate, _ in trees}
    row = ElementRow(sentence.elements for sentence in sentences)
    orders = [_orders(sentence) for sentence in sentences]
    judges: dict[tuple[str, tuple[str, ...]], _Judge] = {}
    for found in JointPatterns(tree for _, tree in trees).match(row):
        for number in found.patterns:
            candidate = trees[number][0]
            kind = (candidate.relation, found.roles)
            judge = judges.setdefault(kind, _Judge(*kind, row, sentences, orders))
            for begin, stretches in zip(found.begins, found.stretches, strict=True):
                evidence[candidate].add(judge(begin, stretches))
    return evidence


def judged_hits(rules: RuleSet, sentences: Sequence[ToldSentence]) -> Iterator[tuple[Rule, Judged]]:
    """Every pair a rule finds of which the records know whether it holds."""
    for number, sentence in enumerate(sentences):
        orders = _orders(sentence)
        for match in rules.match(sentence.elements):
            for judged in _judged(match, number, sentence, orders):
                yield match.rule, judged


class _Judge:
    """Judges what the patterns of a relation with the same roles find, each finding once."""

    def __init__(
        self,
        relation: str,
        roles: tuple[str, ...],
        row: ElementRow,
        sentences: Sequence[ToldSentence],
        orders: Sequence[Orders],
    ) -> None:
        self.rule = Rule("", relation, "", "", "", "", 0)
        self.roles = roles
        self.row = row
        self.sentences = sentences
        self.orders = orders
        self.known: dict[Stretches, list[Judged]] = {}

    def __call__(self, begin: int, stretches: Stretches) -> list[Judged]:
        """The pairs of a match of which the records know; `begin`: its first element."""
        judged = self.known.get(stretches)
        if judged is None:
            number = self.row.sentences[begin]
            match = RuleMatch(self.rule, self.row.bindings(self.roles, stretches), 0, 0)
            judged = _judged(match, number, self.sentences[number], self.orders[number])
            self.known[stretches] = judged
        return judged


def _orders(sentence: ToldSentence) -> Orders:
    return {(pair.head, pair.value): order for order, pair in enumerate(sentence.pairs)}


def _judged(match: RuleMatch, number: int, sentence: ToldSentence, orders: Orders) -> list[Judged]:
    relation = match.rule.relation
    slots = SLOTS_OF_RELATION.get(relation, frozenset())
    found = [orders[hit] for hit in pairs_of(match, sentence.mentions) if hit in orders]
    return [
        (Place(number, order), relation in sentence.pairs[order].relations)
        for order in found
        if sentence.pairs[order].slot in slots
    ]
