"""Reads a slot pattern: text in, a tree of nodes out, errors with line and column.

sequence = part*
part     = word | <verb> | _ | {slot} | ... | ..N | @macro | "[" options "]" | "(" options ")"
options  = sequence ("|" sequence)*
"""

import re
from collections.abc import Mapping

from polesitter.errors import Errors, PolesitterError
from polesitter.relations.slots.lexer import Piece, cut, place
from polesitter.relations.slots.nodes import (
    SKIP_LIMIT,
    SKIP_MAXIMUM,
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
from polesitter.relations.slots.sentence import SLOT_LABELS, normalise
from polesitter.relations.slots.shape import check_shape

_SLOT = re.compile(r"\s*([a-z][a-z0-9_]*)\s*(\+?)\s*(?::\s*([a-z][a-z0-9_]*)\s*)?")

_DEEPEST = 40
"""Brackets within brackets; a pattern anyone can read stays far below."""


def parse_pattern(
    pattern: str, macros: Mapping[str, str] | None = None, where: str = "pattern"
) -> Sequence:
    """The tree of `pattern`; `macros` maps a macro's name to its pattern.

    `where` names file and line in messages. Raises PolesitterError (E301 to E311).
    """
    tree = parse_part(pattern, macros, where)
    check_shape(tree, where)
    return tree


def parse_part(
    pattern: str,
    macros: Mapping[str, str] | None = None,
    where: str = "pattern",
    within: tuple[str, ...] = (),
) -> Sequence:
    """As parse_pattern, for a macro: it may be optional or begin with a skip.

    `within`: the macros being expanded, outermost first.
    """
    return _Parser(cut(pattern, where), len(pattern), macros or {}, where, within).whole()


class _Parser:
    def __init__(
        self,
        pieces: list[Piece],
        width: int,
        macros: Mapping[str, str],
        where: str,
        within: tuple[str, ...],
    ) -> None:
        self._pieces = pieces
        self._width = width
        self._macros = macros
        self._where = where
        self._within = within
        self._next = 0
        self._depth = 0

    def whole(self) -> Sequence:
        tree = self._sequence()
        if self._next < len(self._pieces):
            piece = self._pieces[self._next]
            hint = "Write a choice in parentheses: (a|b)."
            if piece.text != "|":
                hint = f"Open it first, or write \\{piece.text} for the sign itself."
            raise self._error(Errors.E301, piece.column, found=repr(piece.text), hint=hint)
        if not tree.items:
            raise self._error(Errors.E311, 1)
        return tree

    def _sequence(self) -> Sequence:
        items: list[Node] = []
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            if piece.kind == "bracket" and piece.text in ")]|":
                break
            self._next += 1
            items.append(self._part(piece))
        return Sequence(tuple(items))

    def _part(self, piece: Piece) -> Node:
        node: Node
        match piece.kind:
            case "word":
                node = Word(normalise(piece.text.casefold()))
            case "lemma":
                node = Lemma(piece.text.casefold())
            case "any":
                node = AnyWord()
            case "slot":
                node = self._slot(piece)
            case "skip":
                node = self._skip(piece)
            case "macro":
                node = self._macro(piece)
            case _:
                node = self._bracket(piece)
        return node

    def _slot(self, piece: Piece) -> SlotNode:
        found = _SLOT.fullmatch(piece.text)
        if found is None:
            raise self._error(Errors.E305, piece.column, slot="{" + piece.text + "}")
        label, many, role = found.groups()
        if label not in SLOT_LABELS:
            raise self._error(Errors.E304, piece.column, label=label, labels=", ".join(SLOT_LABELS))
        return SlotNode(label, role or label, bool(many))

    def _skip(self, piece: Piece) -> Skip:
        if piece.text == "...":
            return Skip(SKIP_LIMIT, clause=True)
        limit = piece.text[2:]
        if len(limit) > 3 or not 1 <= int(limit) <= SKIP_MAXIMUM:
            raise self._error(Errors.E310, piece.column, limit=limit, maximum=SKIP_MAXIMUM)
        return Skip(int(limit), clause=False)

    def _macro(self, piece: Piece) -> Node:
        name = piece.text
        if name not in self._macros:
            raise self._error(Errors.E307, piece.column, name=name)
        if name in self._within:
            chain = " -> ".join((*self._within[self._within.index(name) :], name))
            raise self._error(Errors.E308, piece.column, chain=chain)
        where = f"{place(self._where, piece.column)}, in @{name}"
        tree = parse_part(self._macros[name], self._macros, where, (*self._within, name))
        return tree.items[0] if len(tree.items) == 1 else tree

    def _bracket(self, opening: Piece) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            hint = f"No more than {_DEEPEST} brackets within each other."
            raise self._error(Errors.E301, opening.column, found=repr(opening.text), hint=hint)
        closing = ")" if opening.text == "(" else "]"
        options = [self._option(opening)]
        while self._peek() == "|":
            self._next += 1
            options.append(self._option(opening))
        if self._peek() != closing:
            raise self._error(Errors.E302, opening.column, bracket=opening.text)
        self._next += 1
        self._depth -= 1
        choice = options[0] if len(options) == 1 else Choice(tuple(options))
        return choice if opening.text == "(" else Maybe(choice)

    def _option(self, opening: Piece) -> Node:
        column = self._column()
        sequence = self._sequence()
        if not sequence.items:
            if self._next == len(self._pieces):
                raise self._error(Errors.E302, opening.column, bracket=opening.text)
            raise self._error(Errors.E303, column)
        return sequence.items[0] if len(sequence.items) == 1 else sequence

    def _peek(self) -> str:
        if self._next < len(self._pieces) and self._pieces[self._next].kind == "bracket":
            return self._pieces[self._next].text
        return ""

    def _column(self) -> int:
        if self._next < len(self._pieces):
            return self._pieces[self._next].column
        return self._width + 1

    def _error(self, template: str, column: int, **facts: object) -> PolesitterError:
        return PolesitterError(template.format(where=place(self._where, column), **facts))
