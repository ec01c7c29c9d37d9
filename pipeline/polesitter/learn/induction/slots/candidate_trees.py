"""The candidates that may stand in patterns/relations, as trees of words and slots."""

from collections.abc import Iterable, Mapping

from polesitter.errors import PolesitterError
from polesitter.learn.induction.slots.candidate import Candidate
from polesitter.relations.slots.anchors import needs_of, rarity
from polesitter.relations.slots.check import COST_LIMIT
from polesitter.relations.slots.compile import expand_lemmas
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.inflections import Inflections, build_inflections
from polesitter.relations.slots.load import lemmas_of
from polesitter.relations.slots.nodes import Sequence
from polesitter.relations.slots.ways import WAYS_LIMIT, ways


def candidate_trees(
    found: Iterable[Candidate], macros: Mapping[str, str]
) -> list[tuple[Candidate, Sequence]]:
    """Each candidate with its tree, verbs expanded.

    Not those that `patterns check` would call too dear, nor any that it would refuse.
    """
    trees = []
    for candidate in found:
        try:
            trees.append((candidate, parse_pattern(candidate.pattern, macros)))
        except PolesitterError:
            continue
    forms = build_inflections({lemma for _, tree in trees for lemma in lemmas_of(tree)})
    kept = []
    for candidate, tree in trees:
        expanded = _expanded(tree, forms)
        if expanded is not None and _is_cheap(expanded):
            kept.append((candidate, expanded))
    return kept


def _expanded(tree: Sequence, forms: Inflections) -> Sequence | None:
    """The tree with the forms of its verbs; None where one has none."""
    try:
        expanded = expand_lemmas(tree, forms)
    except PolesitterError:
        return None
    assert isinstance(expanded, Sequence)
    return expanded


def _is_cheap(tree: Sequence) -> bool:
    return ways(tree) <= WAYS_LIMIT and rarity(needs_of(tree).anchor) / 1000 <= COST_LIMIT
