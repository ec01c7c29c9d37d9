"""What candidates find in the corpus, and whether the records bear it out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polesitter.errors import PolesitterError
from polesitter.learn.induction.slots.candidate import Candidate, Place
from polesitter.learn.induction.slots.told_pair import SLOTS_OF_RELATION, ToldSentence
from polesitter.relations.slots import Rule, RuleSet
from polesitter.relations.slots.anchors import rarity
from polesitter.relations.slots.check import COST_LIMIT
from polesitter.relations.slots.compile import CompiledPattern, compile_pattern
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.hits import pairs_of
from polesitter.relations.slots.inflections import build_inflections
from polesitter.relations.slots.load import lemmas_of


@dataclass(slots=True)
class Evidence:
    """Where a pattern pairs what belongs together, and where what does not."""

    right: set[Place] = field(default_factory=set)
    wrong: set[Place] = field(default_factory=set)


def compile_candidates(
    found: Iterable[Candidate], macros: Mapping[str, str]
) -> list[tuple[Candidate, CompiledPattern]]:
    """The candidates that may stand in patterns/relations, compiled.

    Not those that `patterns check` would call too dear, nor any that it would refuse.
    """
    trees = []
    for candidate in found:
        try:
            trees.append((candidate, parse_pattern(candidate.pattern, macros)))
        except PolesitterError:
            continue
    forms = build_inflections({lemma for _, tree in trees for lemma in lemmas_of(tree)})
    compiled = []
    for candidate, tree in trees:
        try:
            pattern = compile_pattern(tree, forms)
        except PolesitterError:
            continue
        if rarity(pattern.needs.anchor) / 1000 <= COST_LIMIT:
            compiled.append((candidate, pattern))
    return compiled


def gather(
    compiled: Sequence[tuple[Candidate, CompiledPattern]], sentences: Sequence[ToldSentence]
) -> dict[Candidate, Evidence]:
    """Match all candidates at once, by the index that the pipeline uses."""
    rules = RuleSet(
        (Rule(str(number), one.relation, one.pattern, "", "", "", 0), pattern)
        for number, (one, pattern) in enumerate(compiled)
    )
    evidence = {candidate: Evidence() for candidate, _ in compiled}
    for rule, place, holds in judged_hits(rules, sentences):
        one = evidence[compiled[int(rule.id)][0]]
        (one.right if holds else one.wrong).add(place)
    return evidence


def judged_hits(
    rules: RuleSet, sentences: Sequence[ToldSentence]
) -> Iterator[tuple[Rule, Place, bool]]:
    """Every pair a rule finds of which the records know whether it holds, and whether."""
    for number, sentence in enumerate(sentences):
        known = {(pair.head, pair.value): order for order, pair in enumerate(sentence.pairs)}
        for match in rules.match(sentence.elements):
            slots = SLOTS_OF_RELATION.get(match.rule.relation)
            if slots is None:
                continue
            for hit in pairs_of(match, sentence.mentions):
                order = known.get(hit)
                if order is not None and sentence.pairs[order].slot in slots:
                    holds = match.rule.relation in sentence.pairs[order].relations
                    yield match.rule, Place(number, order), holds
