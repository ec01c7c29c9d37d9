"""Sentences for the slot-pattern tests, in a short notation, and a second matcher.

Notation: elements parted by blanks, a mention as LABEL and index, as in
"DRIVER0 's lap was GAP1 faster than DRIVER2".
"""

import re
from collections.abc import Sequence as Elements

from polesitter.relations.slots.compile import compile_pattern
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.inflections import FormTable
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
from polesitter.relations.slots.rule import Rule, Value
from polesitter.relations.slots.sentence import Element, Slot

VERBS = FormTable(
    {
        "be": ("are", "be", "is", "was", "were"),
        "start": ("start", "started", "starting", "starts"),
    }
)

_MENTION = re.compile(r"([A-Z_]+)(\d+)")


def elements(notation: str) -> list[Element]:
    """The elements of a sentence in the notation above."""
    found: list[Element] = []
    for piece in notation.split():
        mention = _MENTION.fullmatch(piece)
        found.append(Slot(mention[1].lower(), int(mention[2])) if mention else piece)
    return found


def rule(
    pattern: str,
    rule_id: str = "r",
    example: str = "x",
    value: Value = None,
    priority: int = 0,
    line: int = 1,
) -> Rule:
    """A rule with the given pattern."""
    return Rule(
        rule_id, "gap", pattern, example, "hand", "rules.jsonl", line, value, None, priority
    )


def ruleset(*rules: Rule | str) -> RuleSet:
    """Rules or bare patterns as a set, with the verbs above."""
    full = [item if isinstance(item, Rule) else rule(item) for item in rules]
    return RuleSet([(item, compile_pattern(parse_pattern(item.pattern), VERBS)) for item in full])


def bindings(pattern: str, notation: str) -> list[dict[str, tuple[int, ...]]]:
    """What each match of one pattern binds."""
    return [match.bindings for match in ruleset(pattern).match(elements(notation))]


def ends(node: Node, sentence: Elements[Element], start: int) -> set[int]:
    """Every element at which a reading of `node` from `start` may end: the slow, plain way."""
    match node:
        case Sequence(items):
            reached = {start}
            for item in items:
                reached = {end for begin in reached for end in ends(item, sentence, begin)}
            return reached
        case Choice(options):
            return {end for option in options for end in ends(option, sentence, start)}
        case Maybe(item):
            return {start} | ends(item, sentence, start)
        case Skip():
            return _skip_ends(node, sentence, start)
        case SlotNode():
            return _slot_ends(node, sentence, start)
        case _:
            return {start + 1} if _is_word(node, sentence[start : start + 1]) else set()


def _is_word(node: Node, found: Elements[Element]) -> bool:
    if not found or not isinstance(found[0], str):
        return False
    if isinstance(node, AnyWord):
        return found[0][0].isalnum()
    if isinstance(node, Lemma):
        return found[0] in VERBS.forms(node.lemma)
    return isinstance(node, Word) and node.text == found[0]


def _slot_ends(node: SlotNode, sentence: Elements[Element], start: int) -> set[int]:
    reached: set[int] = set()
    here = start
    while here < len(sentence):
        element = sentence[here]
        if isinstance(element, str) or element.label != node.label:
            break
        here += 1
        reached.add(here)
        if not node.many:
            break
        joint = [word for word in sentence[here : here + 2] if isinstance(word, str)]
        if joint in ([",", "and"], [",", "&"]):
            here += 2
        elif joint and joint[0] in {",", "and", "&", "/"}:
            here += 1
        else:
            break
    return reached


def _skip_ends(node: Skip, sentence: Elements[Element], start: int) -> set[int]:
    reached = {start}
    for here in range(start, min(start + node.limit, len(sentence))):
        element = sentence[here]
        if isinstance(element, Slot) and element.label == "driver":
            break
        if node.clause and _ends_clause(sentence[here : here + 3]):
            break
        reached.add(here + 1)
    return reached


def _ends_clause(coming: Elements[Element]) -> bool:
    if coming[0] in {".", ";", ":", "!", "?"}:
        return True
    if coming[0] != "," or len(coming) < 2:
        return False
    if coming[1] in {"while", "whereas"}:
        return True
    if coming[1] not in {"and", "but", "as", "so", "yet", "then"} or len(coming) < 3:
        return False
    if isinstance(coming[2], Slot):
        return coming[2].label in {"team", "car", "number", "class"}
    return coming[2] in {"the", "a", "an", "its", "their", "this", "that", "both"}
