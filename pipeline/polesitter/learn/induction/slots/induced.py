"""Slot patterns induced from lessons: candidates gathered, judged and chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from polesitter.learn.induction.slots.candidate import Candidate, candidates
from polesitter.learn.induction.slots.candidate_trees import candidate_trees
from polesitter.learn.induction.slots.choice import good, least_general, needed
from polesitter.learn.induction.slots.evidence import (
    Evidence,
    gather,
    judged_hits,
)
from polesitter.learn.induction.slots.judgement import Judgement, judge
from polesitter.learn.induction.slots.stretch import words_of, write
from polesitter.learn.induction.slots.told_pair import ToldSentence
from polesitter.learn.induction.slots.word_classes import WordClasses
from polesitter.learn.induction.slots.wording import Wording
from polesitter.relations.slots import RuleSet


@dataclass(frozen=True, slots=True)
class Induced:
    """A slot pattern, what it finds in the sentences it was induced from, and its worth."""

    candidate: Candidate
    evidence: Evidence
    judgement: Judgement


def induce_slots(
    sentences: Sequence[ToldSentence], macros: Mapping[str, str], standing: RuleSet
) -> list[Induced]:
    """The patterns worth keeping beside the rules that stand, widest first by relation.

    `macros`: name -> pattern; `standing`: rules written by hand, made not again.
    """
    wording = Wording({word for sentence in sentences for word in words_of(sentence)})
    classes = WordClasses(macros)
    written = [write(sentence, wording, classes) for sentence in sentences]
    found = candidates(sentences, written)
    evidence = gather(candidate_trees(found, macros), sentences)
    judged = {candidate: judge(one, sentences) for candidate, one in evidence.items()}
    chosen = least_general(found, good(judged))
    kept = needed(chosen, evidence, judged, _found_by(standing, sentences))
    return [Induced(candidate, evidence[candidate], judged[candidate]) for candidate in kept]


def _found_by(
    standing: RuleSet, sentences: Sequence[ToldSentence]
) -> Iterable[tuple[str, Evidence]]:
    found: dict[str, tuple[str, Evidence]] = {}
    for rule, judged in judged_hits(standing, sentences):
        found.setdefault(rule.id, (rule.relation, Evidence()))[1].add([judged])
    return found.values()
