r"""A sentence as a string that regular expressions can read element by element.

Each element is written as its text and one space, after one leading space; a slot
is a private-use character for its label and the digits of its mention index:
`" the lap of \ue00012 was "`. A pattern that consumes whole `text ` units can
therefore never match half a word or half an index, and the number of spaces
before an offset is the number of the element there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

SLOT_LABELS: tuple[str, ...] = (
    "driver", "team", "car", "number", "speed", "lap_time", "gap", "position",
    "class", "segment", "series", "event", "track", "date",
)  # fmt: skip

LABEL_SIGNS: Final[dict[str, str]] = {
    label: chr(0xE000 + number) for number, label in enumerate(SLOT_LABELS)
}
"""Slot label -> the private-use character that stands for it."""

SLOT_SIGNS: Final = frozenset(LABEL_SIGNS.values())

_LABEL_BITS: Final[dict[str, int]] = {
    label: 1 << number for number, label in enumerate(SLOT_LABELS)
}

# Quotes and dashes have several shapes in print; our own signs must not come from a text.
_SIGNS: Final = str.maketrans(
    dict.fromkeys("\u2018\u2019\u00b4", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-")
    | dict.fromkeys([" ", *(chr(code) for code in range(0xE000, 0xE100))], "\ufffd")
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention in a sentence: `label` one of SLOT_LABELS, `index` the mention's number."""

    label: str
    index: int


Element: TypeAlias = str | Slot
"""A case-folded word or sign, or a slot."""


@dataclass(frozen=True, slots=True)
class SlotString:
    """A sentence ready for matching.

    `keys`: the words and label signs in it; `labels`: the labels in it as bits.
    """

    text: str
    keys: set[str]
    labels: int

    def element_at(self, offset: int) -> int:
        """Number of the element that begins at or holds `offset` of `text` (0-based)."""
        return self.text.count(" ", 0, offset) - 1


def label_bits(labels: Sequence[str]) -> int:
    """The labels as bits, comparable with SlotString.labels."""
    bits = 0
    for label in labels:
        bits |= _LABEL_BITS[label]
    return bits


def normalise(word: str) -> str:
    """A word as it stands in a SlotString: plain quotes and dashes, no space inside."""
    return word.translate(_SIGNS)


def encode(elements: Sequence[Element]) -> SlotString:
    """Write a sentence as a SlotString.

    Words are taken as case-folded. The possessive is one element "'s", also where
    the text has only the apostrophe after an s or after a mention.
    """
    pieces: list[str] = []
    keys: set[str] = set()
    labels = 0
    for element in elements:
        if isinstance(element, str):
            piece = element
            if not piece.isascii() or " " in piece:
                piece = normalise(piece)
            if piece == "'" and _takes_possessive(pieces):
                piece = "'s"
            keys.add(piece)
        else:
            sign = LABEL_SIGNS[element.label]
            labels |= _LABEL_BITS[element.label]
            keys.add(sign)
            piece = f"{sign}{element.index}"
        pieces.append(piece)
    return SlotString(f" {' '.join(pieces)} " if pieces else " ", keys, labels)


def _takes_possessive(pieces: list[str]) -> bool:
    if not pieces:
        return False
    return pieces[-1].endswith("s") or pieces[-1][:1] in SLOT_SIGNS
