"""Documents as columns of numbers: what each token is, and which patterns cover it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from polesitter.entities.learned.candidates import LONGEST
from polesitter.entities.learned.dashes import write_dashes
from polesitter.entities.learned.stretches import running_sums, stretch_hashes
from polesitter.entities.learned.words import NEWLINE, SPACE, Lexicon, Word
from polesitter.entities.proposed import proposed
from polesitter.text.words import tokens_of
from polesitter.types import LABELS

Ints = NDArray[np.int64]
Found = tuple[int, int, str]

PAD = 3
"""Empty rows before the first token of a document and after its last, so that context never runs
out; two documents of a page share those between them."""

LEARNED = "learned.names"

STRINGS = ("word", "shape", "type", "cue")
"""The columns of which every stretch of tokens has a hash."""

WORDS = STRINGS.index("word")

_SALT = np.int64(0x3C6E_F372_FE94_F82B)
"""Times the number of a document: what tells its words and names apart from those of others."""
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
    """Token columns of one document or of several, padded by PAD rows around each.

    A call on an array costs more than what it does for one report, so several are read as
    one page. What stands in one of them bears on no other: no run of names goes beyond the
    padding, and what is compared within a document is salted with its number first.

    `sums`: (STRINGS, tokens + 1), from which the hash of any stretch is read. `begins`: the
    unpadded row at which each document starts; `owners`: per padded token the document it is of.
    """

    columns: Ints
    spaced: list[bool]
    known: Known
    sums: Ints
    begins: list[int]
    owners: Ints

    def column(self, name: str) -> Ints:
        """Return one padded column, named as in `Word`."""
        column: Ints = self.columns[_COLUMNS[name]]
        return column

    def tokens(self, name: str) -> Ints:
        """Return one column without its padding."""
        return self.column(name)[PAD:-PAD]

    @property
    def salts(self) -> Ints:
        """Per padded token what its document's words and names are told apart by; first 0."""
        salts: Ints = self.owners * _SALT
        return salts


def found_spans(doc: Doc) -> list[Found]:
    """Return (start, end, label) of every candidate that another component found."""
    return [(row.start, row.end, row.label) for row in proposed(doc) if row.rule != LEARNED]


def read_page(doc: Doc, lexicon: Lexicon, found: Collection[Found]) -> Page:
    """Return the columns of a document over which other components `found` spans."""
    return read_pages([doc], lexicon, [found])


def read_pages(docs: Sequence[Doc], lexicon: Lexicon, founds: Sequence[Collection[Found]]) -> Page:
    """Return the columns of documents over each of which other components found spans."""
    begins, end = [], -PAD
    for doc in docs:
        begins.append(end + PAD)
        end = begins[-1] + len(doc)
    columns = np.zeros((len(_COLUMNS), end + 2 * PAD), dtype=np.int64)
    columns[_COLUMNS["kind"]] = SPACE | NEWLINE
    owners = np.zeros(end + 2 * PAD, dtype=np.int64)
    spaced = [False] * end
    spans: list[Found] = []
    for number, (doc, begin, found) in enumerate(zip(docs, begins, founds, strict=True)):
        # Numbers for the whole document: making a Token for each word costs more than all else.
        tokens = tokens_of(doc)
        facts = lexicon.table(tokens.orths.tolist(), doc)
        write_dashes(facts, tokens, found, lexicon)
        columns[:, begin + PAD : begin + PAD + len(doc)] = facts
        owners[begin + PAD :] = number
        spaced[begin : begin + len(doc)] = tokens.spaced
        spans.extend([(start + begin, stop + begin, label) for start, stop, label in found])
    sums = running_sums(columns[_STRING_ROWS, PAD:-PAD])
    return Page(columns, spaced, read_known(spans, end), sums, begins, owners)


def string_ids(page: Page, starts: Ints, ends: Ints) -> Ints:
    """Return a hash of each stretch of tokens for each of STRINGS, (STRINGS, stretches)."""
    return stretch_hashes(page.sums, starts, ends)


def read_known(found: Collection[Found], count: int) -> Known:
    """Spread the spans found so far over `count` tokens."""
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
