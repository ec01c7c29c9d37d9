"""A document as columns of numbers: what each token is, and which patterns cover it."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from polesitter.entities.learned.candidates import LONGEST
from polesitter.entities.learned.stretches import running_sums, stretch_hashes
from polesitter.entities.learned.words import NEWLINE, SPACE, Lexicon, Word
from polesitter.entities.proposed import proposed
from polesitter.text.words import tokens_of
from polesitter.types import LABELS

Ints = NDArray[np.int64]
Found = tuple[int, int, str]

PAD = 3
"""Empty rows before the first and after the last token, so that context never runs out."""

LEARNED = "learned.names"

STRINGS = ("word", "shape", "type", "cue")
"""The columns of which every stretch of tokens has a hash."""

WORDS = STRINGS.index("word")

_LABEL_BIT: dict[str, int] = {label: 1 << bit for bit, label in enumerate(LABELS)}
_COLUMNS = {name: index for index, name in enumerate(Word._fields)}
_STRING_ROWS = [_COLUMNS[name] for name in STRINGS]


@dataclass(frozen=True, slots=True)
class Known:
    """What the patterns and measures before this component found.

    `cover`: per padded token the bits of the labels that cover it; `reach`, `root`:
    the furthest end and start (unpadded tokens) of a span over it; `exact`: bits of the
    spans of one start and length, (lengths from 1, unpadded tokens).
    """

    cover: Ints
    reach: Ints
    root: Ints
    exact: Ints


@dataclass(frozen=True, slots=True)
class Page:
    """Token columns of a document, padded by PAD rows at both ends.

    `sums`: (STRINGS, tokens + 1), from which the hash of any stretch is read.
    """

    columns: Ints
    spaced: list[bool]
    known: Known
    sums: Ints

    def column(self, name: str) -> Ints:
        """Return one padded column, named as in `Word`."""
        column: Ints = self.columns[_COLUMNS[name]]
        return column

    def tokens(self, name: str) -> Ints:
        """Return one column without its padding."""
        return self.column(name)[PAD:-PAD]


def found_spans(doc: Doc) -> list[Found]:
    """Return (start, end, label) of every candidate that another component found."""
    return [(row.start, row.end, row.label) for row in proposed(doc) if row.rule != LEARNED]


def read_page(doc: Doc, lexicon: Lexicon, found: Collection[Found]) -> Page:
    """Return the columns of a document over which other components `found` spans."""
    # Numbers for the whole document: making a Token for each word costs more than all else.
    tokens = tokens_of(doc)
    facts = lexicon.table(tokens.orths.tolist(), doc)
    columns = np.zeros((len(_COLUMNS), len(doc) + 2 * PAD), dtype=np.int64)
    columns[:, PAD:-PAD] = facts
    columns[_COLUMNS["kind"], :PAD] = columns[_COLUMNS["kind"], -PAD:] = SPACE | NEWLINE
    sums = running_sums(columns[_STRING_ROWS, PAD:-PAD])
    return Page(columns, tokens.spaced, read_known(found, len(doc)), sums)


def string_ids(page: Page, starts: Ints, ends: Ints) -> Ints:
    """Return a hash of each stretch of tokens for each of STRINGS, (STRINGS, stretches)."""
    return stretch_hashes(page.sums, starts, ends)


def read_known(found: Collection[Found], count: int) -> Known:
    """Spread the spans found so far over a document of `count` tokens."""
    size = count + 2 * PAD
    cover, reach = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    root = np.full(size, count, dtype=np.int64)
    exact = np.zeros((LONGEST, count), dtype=np.int64)
    if found:
        firsts, stops, labels = zip(*found, strict=True)
        starts, ends = np.array(firsts), np.array(stops)
        bits = np.array([_LABEL_BIT.get(label, 0) for label in labels])
        length = ends - starts
        # Each span once for each of its tokens, told by their rows.
        span = np.repeat(np.arange(len(length)), length)
        row = np.arange(len(span)) + (starts + PAD - (length.cumsum() - length))[span]
        np.bitwise_or.at(cover, row, bits[span])
        np.maximum.at(reach, row, ends[span])
        np.minimum.at(root, row, starts[span])
        short = length <= LONGEST
        np.bitwise_or.at(exact, (length[short] - 1, starts[short]), bits[short])
    return Known(cover, reach, root, exact)
