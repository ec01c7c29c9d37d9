"""All sentences as one row of elements, for patterns to be matched on all of them at once."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from polesitter.relations.slots.compile import CLAUSE_END
from polesitter.relations.slots.sentence import LABEL_SIGNS, SLOT_SIGNS, Element, encode

Numbers: TypeAlias = NDArray[np.int32]
Flags: TypeAlias = NDArray[np.bool_]

END: Final = 0
"""Number of the key that closes a sentence; no pattern holds it."""

_CLAUSE_END: Final = re.compile(CLAUSE_END)


class ElementRow:
    """The elements of sentences, as SlotStrings have them, one sentence after the other.

    `keys`: for each element the number of its word or label sign; END after the last of a
    sentence. `mentions`: the index of a slot's mention, -1 for words. `sentences`: the
    number of the sentence. `skipped`: whether `..3` passes over it; `within_clause`: `...`.
    """

    def __init__(self, sentences: Iterable[Sequence[Element]]) -> None:
        self.numbers: dict[str, int] = {"": END}
        keys: list[int] = []
        mentions: list[int] = []
        numbers: list[int] = []
        closing: list[bool] = []
        for number, elements in enumerate(sentences):
            text = encode(elements).text
            offset = 1
            for piece in text[1:-1].split(" ") if elements else ():
                is_slot = piece[:1] in SLOT_SIGNS
                key = piece[0] if is_slot else piece
                keys.append(self.numbers.setdefault(key, len(self.numbers)))
                mentions.append(int(piece[1:]) if is_slot else -1)
                closing.append(_CLAUSE_END.match(text, offset) is not None)
                offset += len(piece) + 1
            keys.append(END)
            mentions.append(-1)
            closing.append(True)
            numbers.extend([number] * (len(keys) - len(numbers)))
        self.keys: Numbers = np.array(keys, dtype=np.int32)
        self.mentions = mentions
        self.sentences = numbers
        self.skipped: Flags = (self.keys != END) & ~self.having([LABEL_SIGNS["driver"]])[self.keys]
        self.within_clause: Flags = self.skipped & ~np.array(closing, dtype=np.bool_)

    def bindings(
        self, roles: Sequence[str], stretches: Sequence[int]
    ) -> dict[str, tuple[int, ...]]:
        """Role -> mentions, as a RuleMatch has them.

        `stretches`: for each role the first element of its slots and their end, -1 for none.
        """
        bounds = zip(roles, stretches[::2], stretches[1::2], strict=True)
        return {role: self._mentions(start, end) for role, start, end in bounds if start >= 0}

    def _mentions(self, start: int, end: int) -> tuple[int, ...]:
        return tuple([index for index in self.mentions[start:end] if index >= 0])

    def having(self, keys: Iterable[str]) -> Flags:
        """For each number of a key whether it is one of `keys`."""
        flags = np.zeros(len(self.numbers), dtype=np.bool_)
        flags[[self.numbers[key] for key in keys if key in self.numbers]] = True
        return flags

    def words(self) -> Flags:
        """For each number of a key whether `_` stands for it: a word, no sign and no slot."""
        flags = [key[:1].isalnum() or key[:1] == "_" for key in self.numbers]
        return np.array(flags, dtype=np.bool_)
