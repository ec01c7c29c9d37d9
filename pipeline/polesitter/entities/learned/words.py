"""What is known of a word by itself: shape, kind, cue group, how common it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.cues import (
    CONNECTORS,
    CUE_OF,
    FUNCTION,
    GENRE_OF,
    HYPHENS,
    PARTICLES,
    POSSESSIVES,
    TEAM_TAILS,
)
from polesitter.text.line_ends import line_ends

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ints = NDArray[np.int64]

CAPITAL, PARTICLE, CONNECTOR, DIGITS, HYPHEN, SLASH, POSSESSIVE, CLOSER = (
    1 << bit for bit in range(8)
)
SPACE, NEWLINE, STOP, ARTICLE, LOWER = (1 << bit for bit in range(8, 13))
"""Bits of `Word.kind`: what part a word can play in a name, or in its surroundings."""

UNKNOWN, PROPER, EITHER, COMMON, FREQUENT = range(5)
"""Levels of `Lexicon.commonness`: how far a word is an ordinary lower-case word."""

MEMO_LIMIT = 200_000

_DIGITS = re.compile(r"\d{1,4}$")
_LOWER_NAME = re.compile(r"[a-z]\.[a-z]{2,}$|[a-z]\d{2,3}$|\d{3}[a-z]$")
"""Names without a capital: "e.dams", "i30", "328i"."""

_RUNS = re.compile(r"(.)\1+")


class Word(NamedTuple):
    """Facts of one surface form, all small integers (0: nothing known).

    `word`, `suffix`, `shape`, `acronym`: 32-bit hashes; `kind`: bits above; `cue`
    and `genre`: codes of cues.py; `type`: cue, else first name and commonness;
    `initial`: code point of the first letter.
    """

    word: int
    suffix: int
    shape: int
    kind: int
    cue: int
    type: int
    genre: int
    initial: int
    acronym: int


def shape_of(text: str) -> str:
    """Return the collapsed shape: "McLaren" XxXx, "R8" Xd, "500" ddd, "J." X."""
    if text.isdigit():
        return "d" * min(len(text), 5)
    marks = [_mark(char) for char in text]
    return _RUNS.sub(r"\1", "".join(marks)) if len(marks) > 2 else "".join(marks)


def hash_text(text: str) -> int:
    """Return a 32-bit hash that is the same in every process."""
    return crc32(text.encode("utf8"))


def acronym_hash(letters: Iterable[int]) -> int:
    """Return the hash of initial letters given as code points (wrapping)."""
    value = 0
    for letter in letters:
        value = (value * 1_000_003 + letter) & 0x7FFF_FFFF_FFFF
    return value


def _no_rows() -> Ints:
    return np.zeros((1024, len(Word._fields)), dtype=np.int64)


@dataclass(slots=True)
class Lexicon:
    """Word lists that a name model carries with it.

    `first_names`: lower case. `commonness`: word hash -> level; absent means UNKNOWN.
    """

    first_names: frozenset[str] = frozenset()
    commonness: dict[int, int] = field(default_factory=dict)
    _row_of: dict[int, int] = field(default_factory=dict, repr=False)
    _rows: Ints = field(default_factory=_no_rows, repr=False)

    def word(self, orth: int, text: str) -> Word:
        """Return the facts of a word; `orth` is its key in the memory of seen words."""
        row = self._row_of.get(orth)
        return Word(*self._rows[self._learn(orth, text) if row is None else row].tolist())

    def table(self, orths: Sequence[int], words: "Doc") -> Ints:
        """Return the facts of many words, shape (fields of Word, words).

        `orths` are the keys of `words`, the tokens they stand for.
        """
        if len(self._row_of) > MEMO_LIMIT:
            self._row_of.clear()
        row_of = self._row_of
        try:
            rows = [row_of[orth] for orth in orths]
        except KeyError:
            for index, orth in enumerate(orths):
                if orth not in row_of:
                    self._learn(orth, words[index].text)
            rows = [row_of[orth] for orth in orths]
        found: Ints = self._rows.take(rows, axis=0)
        return found.T

    def _learn(self, orth: int, text: str) -> int:
        """Note the facts of a word; return the row where they stand."""
        row = self._row_of.get(orth, len(self._row_of))
        if row == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[row] = self._facts(text)
        self._row_of[orth] = row
        return row

    def _facts(self, text: str) -> Word:
        if text.isspace():
            text = line_ends(text)
        lower = text.lower()
        kind = kind_of(text)
        shape = hash_text(shape_of(text))
        cue = CUE_OF.get(lower, 0)
        hashed = shape if text[0].isdigit() else hash_text(lower)
        common = self.commonness.get(hash_text(lower), UNKNOWN)
        initialled = len(text) < 4 and (text.endswith(".") or text.isupper()) and text[0].isalpha()
        first = lower in self.first_names or (initialled and len(text) == 2)
        return Word(
            word=hashed,
            suffix=hash_text(lower[-3:]),
            shape=shape,
            kind=kind,
            cue=cue,
            type=cue or 40 + 10 * first + common,
            genre=GENRE_OF.get(lower, 0),
            initial=ord(text[0].upper()) if kind & CAPITAL else 0,
            acronym=acronym_hash([ord(char) for char in text]) if is_acronym(text) else 0,
        )


def is_acronym(text: str) -> bool:
    """Tell whether a word may stand for the initials of a longer name."""
    return 2 <= len(text) <= 6 and text.isalpha() and text.isupper()


def kind_of(text: str) -> int:
    """Return the kind bits of one token's text."""
    lower = text.lower()
    if text.isspace():
        return SPACE | (NEWLINE if "\n" in text else 0)
    if text in POSSESSIVES:
        return POSSESSIVE | (CLOSER if text.isupper() else 0)
    if text in HYPHENS:
        return SLASH if text == "/" else HYPHEN
    if _DIGITS.match(text):
        return DIGITS
    if lower == "the":
        return STOP | CONNECTOR | ARTICLE
    if lower == "no." or (CUE_OF.get(lower) == FUNCTION and not _shouted(text)):
        return STOP | (CONNECTOR if lower in CONNECTORS or text[0].isupper() else 0)
    if any(char.isupper() for char in text) or _LOWER_NAME.match(text) or lower in TEAM_TAILS:
        return CAPITAL
    if lower in PARTICLES:
        return PARTICLE
    if lower in CONNECTORS:
        return CONNECTOR
    return LOWER if text.isalpha() else 0


def _shouted(text: str) -> bool:
    """Tell whether a function word may be an abbreviation: four or more capitals."""
    return text.isupper() and len(text) > 3


def _mark(char: str) -> str:
    if char.isupper():
        return "X"
    if char.isalpha():
        return "x"
    return "d" if char.isdigit() else char
