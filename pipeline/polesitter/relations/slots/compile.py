"""Writes a pattern's tree as one regular expression over SlotStrings.

Every part consumes whole elements with the space that ends them, so the expression
needs no word boundaries. All repetition is bounded.
"""

import re
from dataclasses import dataclass

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots.anchors import Needs, needs_of
from polesitter.relations.slots.inflections import Inflections
from polesitter.relations.slots.nodes import (
    LIST_LIMIT,
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
from polesitter.relations.slots.sentence import LABEL_SIGNS
from polesitter.relations.slots.ways import WAYS_LIMIT, ways
from polesitter.relations.slots.wordparts import word_parts

_FIRST_SIGN, _LAST_SIGN = min(LABEL_SIGNS.values()), max(LABEL_SIGNS.values())
_NEW_SUBJECTS = "".join(LABEL_SIGNS[label] for label in ("team", "car", "number", "class"))

# A clause ends at a full stop or its like, before ", while", and before ", and the …":
# a conjunction with a new subject. ", and will start third" goes on about the same one.
CLAUSE_END = (
    r"[.;:!?] "
    r"|, (?:(?:while|whereas) "
    rf"|(?:and|but|as|so|yet|then) (?:(?:the|a|an|its|their|this|that|both) |[{_NEW_SUBJECTS}]))"
)
"""As an expression: what `...` does not pass over."""

_NO_DRIVER = rf"[^ {LABEL_SIGNS['driver']}][^ ]* "
_ANY_WORD = r"\w[^ ]* "
_BETWEEN = r"(?:, (?:and |& )?|and |& |/ )"


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """A pattern as the matcher uses it, all plain values.

    `source`: the regular expression. `roles`: the role each of its groups binds.
    `ways`: how often it may be tried at one place, at worst. `needs`: what must occur
    in a sentence for the pattern to match at all.
    """

    source: str
    roles: tuple[str, ...]
    ways: int
    needs: Needs


def compile_pattern(
    tree: Sequence, inflections: Inflections, where: str = "pattern"
) -> CompiledPattern:
    """Compile `tree`; `where` names file and line in messages.

    Raises PolesitterError for a verb without forms (E313) and for a pattern whose
    readings are too many to try (E312).
    """
    expanded = expand_lemmas(tree, inflections, where)
    count = ways(expanded)
    if count > WAYS_LIMIT:
        raise PolesitterError(Errors.E312.format(where=where, ways=count, limit=WAYS_LIMIT))
    roles: list[str] = []
    source = " " + _write(expanded, roles)
    return CompiledPattern(source, tuple(roles), count, needs_of(expanded))


def expand_lemmas(node: Node, inflections: Inflections, where: str = "pattern") -> Node:
    """The node with each verb as a choice of its forms. Raises PolesitterError (E313)."""
    if isinstance(node, Lemma):
        forms = inflections.forms(node.lemma)
        if not forms:
            raise PolesitterError(Errors.E313.format(where=where, lemma=node.lemma))
        return Choice(tuple(Word(form) for form in forms))
    if isinstance(node, Sequence):
        return Sequence(tuple(expand_lemmas(item, inflections, where) for item in node.items))
    if isinstance(node, Choice):
        return Choice(tuple(expand_lemmas(option, inflections, where) for option in node.options))
    if isinstance(node, Maybe):
        return Maybe(expand_lemmas(node.item, inflections, where))
    return node


def _write(node: Node, roles: list[str]) -> str:
    match node:
        case Word(text):
            source = " ?".join([re.escape(part) for part in word_parts(text)]) + " "
        case AnyWord():
            source = _ANY_WORD
        case SlotNode():
            source = _write_slot(node, roles)
        case Skip(limit, clause):
            stop = f"(?!{CLAUSE_END})" if clause else ""
            source = f"(?:{stop}{_NO_DRIVER}){{0,{limit}}}?"
        case Maybe(item):
            source = f"(?:{_write(item, roles)})?"
        case Choice(options):
            source = f"(?:{'|'.join([_write(option, roles) for option in options])})"
        case Sequence(items):
            source = "".join([_write(item, roles) for item in items])
        case Lemma(lemma):
            raise ValueError(f"<{lemma}> is not expanded")
    return source


def _write_slot(node: SlotNode, roles: list[str]) -> str:
    roles.append(node.role)
    sign = LABEL_SIGNS[node.label]
    if not node.many:
        return rf"{sign}(\d+) "
    return rf"({sign}\d+ (?:{_BETWEEN}{sign}\d+ ){{0,{LIST_LIMIT - 1}}})"
