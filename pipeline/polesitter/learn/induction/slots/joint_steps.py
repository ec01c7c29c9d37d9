"""The parts of patterns matched on many places at once, by the rules of regular expressions.

Readings are rows of numbers: the element where one begins, the element it has come to,
and for each slot so far (as for each group of an expression) its first element and its
end, -1 where it was passed by. Rows of one beginning stand in the order in which an
expression would try them.
"""

from typing import Final

import numpy as np

from polesitter.learn.induction.slots.element_row import END, ElementRow, Flags, Numbers
from polesitter.relations.slots.nodes import (
    LIST_LIMIT,
    AnyWord,
    Choice,
    Maybe,
    Node,
    Sequence,
    Skip,
    SlotNode,
    Word,
)
from polesitter.relations.slots.sentence import LABEL_SIGNS
from polesitter.relations.slots.wordparts import word_parts

BEGIN: Final = 0
COME_TO: Final = 1
BOUND: Final = 2
"""Columns of a reading: its beginning, where it is, and from here on its slots."""


class JointSteps:
    """Reads on by a part of a pattern, from many places of a row of elements."""

    def __init__(self, row: ElementRow) -> None:
        self.row = row
        self.tables: dict[Node, Flags | None] = {}

    def beginnings(self) -> Numbers:
        """A reading of nothing yet from every element on."""
        places = np.flatnonzero(self.row.keys != END).astype(np.int32)
        return np.stack([places, places], axis=1)

    def on(self, node: Node, readings: Numbers) -> Numbers:
        """The readings that go on with `node`; of two from one place to one place the first."""
        found = self._on(node, readings)[1]
        return found if self._table(node) is not None else _once(found)

    def _on(self, node: Node, readings: Numbers) -> tuple[Numbers, Numbers]:
        """The same, after the number of the row in `readings` that each goes on from."""
        table = self._table(node)
        if table is not None:
            return self._over_one(table, readings)
        match node:
            case SlotNode():
                found = self._slot(node, readings)
            case Sequence(items):
                found = self._all(items, readings)
            case Choice(options):
                found = self._one_of(options, readings)
            case Maybe(item):
                found = self._one_of((item, Sequence(())), readings)
            case Skip():
                found = self._skip(node, readings)
            case Word(text):
                found = self._word(text, readings)
            case _:
                raise ValueError(f"{node} is not expanded")
        return found

    def _table(self, node: Node) -> Flags | None:
        """Which keys the node stands for, if it stands for one word and nothing else."""
        if node not in self.tables:
            self.tables[node] = self._keys_of(node)
        return self.tables[node]

    def _keys_of(self, node: Node) -> Flags | None:
        if isinstance(node, AnyWord):
            return self.row.words()
        if isinstance(node, Word) and len(word_parts(node.text)) == 1:
            return self.row.having([node.text])
        if not isinstance(node, Choice):
            return None
        options = [self._table(option) for option in node.options]
        tables = [table for table in options if table is not None]
        return np.logical_or.reduce(tables) if len(tables) == len(options) else None

    def _over_one(self, table: Flags, readings: Numbers) -> tuple[Numbers, Numbers]:
        """Go on over one element whose key is in a table."""
        rows = _rows(table[self.row.keys[readings[:, COME_TO]]])
        found = readings[rows]
        found[:, COME_TO] += 1
        return rows, found

    def _word(self, text: str, readings: Numbers) -> tuple[Numbers, Numbers]:
        """Go on over a word that a tokenizer may have cut; no text can be read in two ways."""
        ways = []
        for cut in _cuts(text):
            rows, found = _as_they_are(readings)
            for piece in cut:
                more, found = self._over_one(self.row.having([piece]), found)
                rows = rows[more]
            ways.append((rows, found))
        return _tried_in_order(ways)

    def _slot(self, node: SlotNode, readings: Numbers) -> tuple[Numbers, Numbers]:
        table = self.row.having([LABEL_SIGNS[node.label]])
        rows, found = self._over_one(table, readings)
        begin = found[:, COME_TO] - 1
        if node.many:
            within, found = self._list(table, found)
            rows, begin = rows[within], begin[within]
        return rows, np.column_stack([found, begin, found[:, COME_TO]])

    def _list(self, table: Flags, readings: Numbers) -> tuple[Numbers, Numbers]:
        """Go on over further slots of a list, over as many as there are first."""
        ways = [_as_they_are(readings)]
        for _ in range(LIST_LIMIT - 1):
            rows, found = ways[-1]
            joined, found = self._on(_BETWEEN, found)
            more, found = self._over_one(table, found)
            ways.append((rows[joined][more], found))
        return _tried_in_order(ways[::-1])

    def _one_of(self, options: tuple[Node, ...], readings: Numbers) -> tuple[Numbers, Numbers]:
        """Go on with each option in turn; the slots of the others are passed by."""
        slots = [len(roles_of(option)) for option in options]
        ways = []
        for number, option in enumerate(options):
            rows, found = self._on(option, readings)
            before, after = sum(slots[:number]), sum(slots[number + 1 :])
            ways.append((rows, _passed_by(found, readings.shape[1], before, after)))
        return _tried_in_order(ways)

    def _all(self, items: tuple[Node, ...], readings: Numbers) -> tuple[Numbers, Numbers]:
        rows, found = _as_they_are(readings)
        for item in items:
            more, found = self._on(item, found)
            rows = rows[more]
        return rows, found

    def _skip(self, node: Skip, readings: Numbers) -> tuple[Numbers, Numbers]:
        passed = self.row.within_clause if node.clause else self.row.skipped
        ways = [_as_they_are(readings)]
        for _ in range(node.limit):
            rows, found = ways[-1]
            more = _rows(passed[found[:, COME_TO]])
            found = found[more]
            found[:, COME_TO] += 1
            ways.append((rows[more], found))
        return _tried_in_order(ways)


def roles_of(node: Node) -> tuple[str, ...]:
    """The role of each slot of a node, in the order of the columns of its readings."""
    if isinstance(node, SlotNode):
        return (node.role,)
    if isinstance(node, Maybe):
        return roles_of(node.item)
    parts: tuple[Node, ...] = ()
    if isinstance(node, Sequence):
        parts = node.items
    elif isinstance(node, Choice):
        parts = node.options
    return tuple(role for part in parts for role in roles_of(part))


def _once(readings: Numbers) -> Numbers:
    """The readings without those that a pattern would never come back to.

    Whatever it goes on with has been tried from the same place before.
    """
    begin = readings[:, BEGIN].astype(np.int64)
    if not np.any(begin[1:] == begin[:-1]):
        return readings
    first = np.unique(begin << 32 | readings[:, COME_TO], return_index=True)[1]
    return readings[np.sort(first)] if len(first) < len(readings) else readings


def _rows(flags: Flags) -> Numbers:
    return np.flatnonzero(flags).astype(np.int32)


def _as_they_are(readings: Numbers) -> tuple[Numbers, Numbers]:
    return np.arange(len(readings), dtype=np.int32), readings


def _passed_by(readings: Numbers, at: int, before: int, after: int) -> Numbers:
    """The readings with slots that were passed by before column `at` and at the end."""
    if not before and not after:
        return readings
    none = np.full((len(readings), 2 * (before + after)), -1, dtype=np.int32)
    return np.hstack(
        [readings[:, :at], none[:, : 2 * before], readings[:, at:], none[:, 2 * before :]]
    )


def _cuts(text: str) -> list[tuple[str, ...]]:
    """The elements a word may come in: "co-driver"; "co", "-driver"; and so on."""
    first, *others = word_parts(text)
    cuts: list[tuple[str, ...]] = [(first,)]
    for part in others:
        cuts = [way for cut in cuts for way in ((*cut, part), (*cut[:-1], cut[-1] + part))]
    return cuts


_BETWEEN: Final = Choice(
    (
        Sequence((Word(","), Maybe(Choice((Word("and"), Word("&")))))),
        *(Word(sign) for sign in ("and", "&", "/")),
    )
)
"""What may stand between the slots of a list."""


def _tried_in_order(ways: list[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    """Readings of one beginning in several ways, those of the first way first."""
    rows = np.concatenate([rows for rows, _ in ways])
    found = np.concatenate([found for _, found in ways])
    order = np.argsort(rows, kind="stable")
    return rows[order], found[order]
