"""Patterns drawn at random: the expression must agree with a plain matcher and with the text."""

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.relations.slots.compile import compile_pattern
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.match import RuleSet
from polesitter.relations.slots.nodes import (
    AnyWord,
    Choice,
    Lemma,
    Maybe,
    Node,
    Sequence,
    Skip,
    SlotNode,
    Word,
)
from polesitter.relations.slots.sentence import Element, Slot

from .sentences import VERBS, elements, ends, rule

_WORDS = ["the", "pole", "and", ",", "while", "a", ";", "'s", "was"]
_LABELS = ["driver", "team", "gap"]

_leaves = st.one_of(
    st.sampled_from(_WORDS).map(Word),
    st.sampled_from(["be", "start"]).map(Lemma),
    st.just(AnyWord()),
    st.builds(SlotNode, st.sampled_from(_LABELS), st.sampled_from("pqrstuvw"), st.booleans()),
    st.builds(Skip, st.integers(1, 4), st.just(False)),
    st.just(Skip(12, clause=True)),
)


def _wider(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    sequences = st.lists(parts, min_size=2, max_size=4)
    return st.one_of(
        st.builds(Maybe, parts),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(Choice),
        sequences.map(tuple).map(Sequence),
    )


_trees = st.lists(st.recursive(_leaves, _wider, max_leaves=6), min_size=1, max_size=5)
_sentences = st.lists(
    st.one_of(
        st.sampled_from([*_WORDS, "started", "is", "."]),
        st.builds(Slot, st.sampled_from(_LABELS), st.integers(0, 30)),
    ),
    max_size=14,
)


def _print(node: Node) -> str:
    match node:
        case Sequence(items):
            return "(" + " ".join([_print(item) for item in items]) + ")"
        case Choice(options):
            return "(" + "|".join([_print(option) for option in options]) + ")"
        case Maybe(item):
            return f"[{_print(item)}]"
        case Skip(limit, clause):
            return "..." if clause else f"..{limit}"
        case SlotNode(label, role, many):
            return f"{{{label}{'+' if many else ''}:{role}}}"
        case Lemma(lemma):
            return f"<{lemma}>"
        case AnyWord():
            return "_"
        case Word(text):
            return text
    raise AssertionError(node)


def _compiled(items: list[Node]) -> tuple[Sequence, RuleSet]:
    pattern = " ".join([_print(item) for item in items])
    try:
        tree = parse_pattern(pattern)
        return tree, RuleSet([(rule(pattern), compile_pattern(tree, VERBS))])
    except PolesitterError as error:
        # The faults of a whole pattern; any other would be the parser's own.
        assume(str(error)[:4] not in {"E306", "E309", "E311", "E312"})
        raise


def _speak(node: Node, chance: random.Random) -> list[Element]:
    """A sentence that the node is meant to match."""
    match node:
        case Sequence(items):
            return [element for item in items for element in _speak(item, chance)]
        case Choice(options):
            return _speak(chance.choice(options), chance)
        case Maybe(item):
            return _speak(item, chance) if chance.random() < 0.5 else []
        case Skip(limit, _):
            words: list[Element] = ["of", "it", Slot("car", 9), "-"]
            return chance.choices(words, k=chance.randint(0, limit))
        case SlotNode(label, _, many):
            spoken: list[Element] = [Slot(label, chance.randint(0, 40))]
            for _ in range(chance.randint(0, 4) if many else 0):
                joint = chance.choice([[","], ["and"], [",", "and"], ["/"], [",", "&"]])
                spoken += [*joint, Slot(label, chance.randint(0, 40))]
            return spoken
        case Lemma(lemma):
            return [chance.choice(VERBS.forms(lemma))]
        case AnyWord():
            return ["brisk"]
        case Word(text):
            return [text]
    raise AssertionError(node)


@given(_trees, st.integers())
def test_a_sentence_spoken_from_a_pattern_matches_it(items: list[Node], seed: int) -> None:
    tree, rules = _compiled(items)
    sentence = _speak(tree, random.Random(seed))
    matches = rules.match(sentence)
    assert matches
    assert matches[0].start == 0


@given(_trees, _sentences)
def test_the_first_match_is_that_of_a_plain_matcher(
    items: list[Node], sentence: list[Element]
) -> None:
    tree, rules = _compiled(items)
    starts = [start for start in range(len(sentence)) if ends(tree, sentence, start)]
    matches = rules.match(sentence)
    assert [match.start for match in matches[:1]] == starts[:1]
    for match in matches:
        assert match.end in ends(tree, sentence, match.start)


@given(_trees, _sentences)
def test_bindings_are_mentions_of_the_label(items: list[Node], sentence: list[Element]) -> None:
    # Roles may be shared by the options of a choice, so a role may have several labels.
    tree, rules = _compiled(items)
    labels = _labels(tree)
    for match in rules.match(sentence):
        within = sentence[match.start : match.end]
        for role, indices in match.bindings.items():
            for index in indices:
                assert any(Slot(label, index) in within for label in labels[role])


@given(_trees, _sentences)
def test_rules_read_back_find_the_same(items: list[Node], sentence: list[Element]) -> None:
    _, rules = _compiled(items)
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
