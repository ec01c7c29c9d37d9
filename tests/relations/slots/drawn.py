"""Slot patterns and sentences drawn at random."""

import random

from hypothesis import assume
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

from .sentences import VERBS, rule

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


trees = st.lists(st.recursive(_leaves, _wider, max_leaves=6), min_size=1, max_size=5)
sentences = st.lists(
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


def compiled(items: list[Node]) -> tuple[Sequence, RuleSet]:
    """The tree and the rule of a pattern made of some parts, if it has no fault as a whole."""
    found = _tried(items)
    assume(found is not None)
    assert found is not None
    return found


def _tried(items: list[Node]) -> tuple[Sequence, RuleSet] | None:
    pattern = " ".join([_print(item) for item in items])
    try:
        tree = parse_pattern(pattern)
        return tree, RuleSet([(rule(pattern), compile_pattern(tree, VERBS))])
    except PolesitterError as error:
        # The faults of a whole pattern; any other would be the parser's own.
        if str(error)[:4] in {"E306", "E309", "E311", "E312"}:
            return None
        raise


several = st.lists(trees.map(_tried).filter(bool), min_size=1, max_size=4)
"""Some patterns, each as its tree and its rule."""


def speak(node: Node, chance: random.Random) -> list[Element]:
    """A sentence that the node is meant to match."""
    match node:
        case Sequence(items):
            return [element for item in items for element in speak(item, chance)]
        case Choice(options):
            return speak(chance.choice(options), chance)
        case Maybe(item):
            return speak(item, chance) if chance.random() < 0.5 else []
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
