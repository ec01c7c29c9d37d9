"""A document as columns of numbers: what each token is, and which patterns cover it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc

from polesitter.entities.learned.candidates import LONGEST
from polesitter.entities.learned.words import NEWLINE, SPACE, Lexicon, Word
from polesitter.types import LABELS

Ints = NDArray[np.int64]
Found = tuple[int, int, str]

PAD = 3
"""Empty rows before the first and after the last token, so that context never runs out."""

CANDIDATES = "candidates"
"""Key of the span group in which every finder puts what it found."""

LEARNED = "learned.names"

STRINGS = ("word", "shape", "type", "cue")
"""The columns of which every stretch of tokens has a hash."""

_LABEL_BIT: dict[str, int] = {label: 1 << bit for bit, label in enumerate(LABELS)}
_COLUMNS = {name: index for index, name in enumerate(Word._fields)}


@dataclass(frozen=True, slots=True)
class Known:
    """What the patterns and measures before this component found.

    `cover`: per padded token the bits of the labels that cover it; `reach`, `root`:
    the furthest end and start (unpadded tokens) of a span over it; `exact`: bits by
    (start, end).
    """

    cover: Ints
    reach: Ints
    root: Ints
    exact: dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Page:
    """Token columns of a document, padded by PAD rows at both ends.

    `hashes`: (LONGEST, STRINGS, tokens), hashes of the stretches by length and start.
    """

    columns: Ints
    spaced: list[bool]
    known: Known
    hashes: Ints

    def column(self, name: str) -> Ints:
        """Return one padded column, named as in `Word`."""
        column: Ints = self.columns[_COLUMNS[name]]
        return column

    def tokens(self, name: str) -> Ints:
        """Return one column without its padding."""
        return self.column(name)[PAD:-PAD]

    def strings(self, name: str) -> Ints:
        """Return the hashes of a column's stretches, shape (LONGEST, tokens).

        Row by length less one, column by first token; one of STRINGS.
        """
        hashes: Ints = self.hashes[:, STRINGS.index(name)]
        return hashes


def found_spans(doc: Doc) -> list[Found]:
    """Return (start, end, label) of every candidate that another component found."""
    group = doc.spans.get(CANDIDATES, ())
    return [(span.start, span.end, span.label_) for span in group if span.id_ != LEARNED]


def read_page(doc: Doc, lexicon: Lexicon, found: Iterable[Found]) -> Page:
    """Return the columns of a document over which other components `found` spans."""
    # Numbers straight from the document: making a Token for each word costs more than all else.
    facts = lexicon.table(doc.to_array(ORTH).tolist(), doc)
    columns = np.zeros((len(_COLUMNS), len(doc) + 2 * PAD), dtype=np.int64)
    columns[:, PAD:-PAD] = facts.T
    columns[_COLUMNS["kind"], :PAD] = columns[_COLUMNS["kind"], -PAD:] = SPACE | NEWLINE
    spaced = doc.to_array(SPACY).astype(bool).tolist()
    strings = columns[[_COLUMNS[name] for name in STRINGS], PAD:-PAD]
    return Page(columns, spaced, read_known(found, len(doc)), hash_strings(strings))


def hash_strings(values: Ints) -> Ints:
    """Return a hash of every stretch of up to LONGEST values of each row (wrapping).

    `values`: (rows, tokens); the answer: (LONGEST, rows, tokens), by length and start,
    0 where a stretch would reach over the end.
    """
    hashes = np.zeros((LONGEST, *values.shape), dtype=np.int64)
    hashes[0] = values
    for more in range(1, min(LONGEST, values.shape[1])):
        hashes[more, :, :-more] = hashes[more - 1, :, :-more] * 1_000_003 + values[:, more:]
    return hashes


def read_known(found: Iterable[Found], count: int) -> Known:
    """Spread the spans found so far over a document of `count` tokens."""
    cover = np.zeros(count + 2 * PAD, dtype=np.int64)
    reach = np.zeros(count + 2 * PAD, dtype=np.int64)
    root = np.full(count + 2 * PAD, count, dtype=np.int64)
    exact: dict[tuple[int, int], int] = {}
    for start, end, label in found:
        bit = _LABEL_BIT.get(label, 0)
        exact[start, end] = exact.get((start, end), 0) | bit
        for row in range(start + PAD, end + PAD):
            cover[row] |= bit
            reach[row] = max(reach[row], end)
            root[row] = min(root[row], start)
    return Known(cover, reach, root, exact)
