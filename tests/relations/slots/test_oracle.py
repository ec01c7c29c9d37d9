"""Patterns drawn at random: the expression must agree with a plain matcher and with the text."""

import random

from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.match import RuleSet
from polesitter.relations.slots.nodes import (
    Choice,
    Maybe,
    Node,
    Sequence,
    SlotNode,
)
from polesitter.relations.slots.sentence import Element, Slot

from .drawn import compiled, sentences, speak, trees
from .sentences import elements, ends


@given(trees, st.integers())
def test_a_sentence_spoken_from_a_pattern_matches_it(items: list[Node], seed: int) -> None:
    tree, rules = compiled(items)
    sentence = speak(tree, random.Random(seed))
    matches = rules.match(sentence)
    assert matches
    assert matches[0].start == 0


@given(trees, sentences)
def test_the_first_match_is_that_of_a_plain_matcher(
    items: list[Node], sentence: list[Element]
) -> None:
    tree, rules = compiled(items)
    starts = [start for start in range(len(sentence)) if ends(tree, sentence, start)]
    matches = rules.match(sentence)
    assert [match.start for match in matches[:1]] == starts[:1]
    for match in matches:
        assert match.end in ends(tree, sentence, match.start)


@given(trees, sentences)
def test_bindings_are_mentions_of_the_label(items: list[Node], sentence: list[Element]) -> None:
    # Roles may be shared by the options of a choice, so a role may have several labels.
    tree, rules = compiled(items)
    labels = _labels(tree)
    for match in rules.match(sentence):
        within = sentence[match.start : match.end]
        for role, indices in match.bindings.items():
            for index in indices:
                assert any(Slot(label, index) in within for label in labels[role])


@given(trees, sentences)
def test_rules_read_back_find_the_same(items: list[Node], sentence: list[Element]) -> None:
    _, rules = compiled(items)
    assert RuleSet.from_dict(rules.to_dict()).match(sentence) == rules.match(sentence)


def _labels(node: Node) -> dict[str, set[str]]:
    if isinstance(node, SlotNode):
        return {node.role: {node.label}}
    parts: tuple[Node, ...] = ()
    if isinstance(node, Sequence):
        parts = node.items
    elif isinstance(node, Choice):
        parts = node.options
    elif isinstance(node, Maybe):
        parts = (node.item,)
    found: dict[str, set[str]] = {}
    for part in parts:
        for role, labels in _labels(part).items():
            found.setdefault(role, set()).update(labels)
    return found


def test_the_plain_matcher_itself() -> None:
    tree = parse_pattern("{driver} ... {gap}")
    assert ends(tree, elements("DRIVER0 was the GAP1 , GAP2"), 0) == {4, 6}
    assert ends(tree, elements("DRIVER0 , and the GAP1"), 0) == set()
