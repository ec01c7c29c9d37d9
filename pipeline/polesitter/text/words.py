"""The text and the words of a Doc, read out without making a Token for each word."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH, ORTH
from spacy.tokens import Doc

from polesitter.text.batches import MOST_KEPT

TEXT: Final = "text"
"""Key of `doc.user_data`: the text, which spaCy would join anew each time it is asked for."""

Word = tuple[str, int, int]
"""A token's text and its bounds: code points [start, end) of the document's text."""

Offsets = NDArray[np.int64]


class TokenTable:
    """Where the tokens of a document stand, in code points of its text, and their words.

    `starts` and `ends` as arrays for looking up many; `begins` and `stops` are the same
    as lists, which are cheaper to ask for one. `orths`: the hash of each word.
    """

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        # Signed, because an offset less one is asked for and unsigned zero has none.
        self.starts: Offsets = doc.to_array(IDX).view(np.int64)
        self.ends: Offsets = self.starts + doc.to_array(LENGTH).view(np.int64)
        self.orths: NDArray[np.uint64] = doc.to_array(ORTH).view(np.uint64)
        self.begins: list[int] = self.starts.tolist()
        self.stops: list[int] = self.ends.tolist()

    def is_of(self, doc: Doc) -> bool:
        """Whether the document it was made for has since kept its text and its tokens."""
        return self.text is doc.user_data.get(TEXT) and len(self.begins) == len(doc)

    @cached_property
    def words(self) -> list[str]:
        """The text of every token, in order."""
        text = self.text
        return [text[start:end] for start, end in zip(self.begins, self.stops, strict=True)]

    @cached_property
    def spaced(self) -> list[bool]:
        """Whether a space follows each token."""
        following = np.append(self.starts[1:], len(self.text))
        told: list[bool] = (following > self.ends).tolist()
        return told


class _Last:
    """The tables of the documents asked for last: every stage asks for the same ones."""

    def __init__(self) -> None:
        self.kept: WeakKeyDictionary[Doc, TokenTable] = WeakKeyDictionary()

    def table(self, doc: Doc) -> TokenTable:
        table = self.kept.get(doc)
        if table is None or not table.is_of(doc):
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            table = self.kept[doc] = TokenTable(doc)
        return table


_LAST: Final = _Last()


def tokens_of(doc: Doc) -> TokenTable:
    """Return where the tokens of a document stand; it is not to be changed."""
    return _LAST.table(doc)


def text_of(doc: Doc) -> str:
    """Return `doc.text`; the tokenizer and the layout component note it."""
    noted = doc.user_data.get(TEXT)
    return noted if isinstance(noted, str) else str(doc.text)


def bounds_of(doc: Doc) -> tuple[Offsets, Offsets]:
    """Return where each token starts and where it ends, in code points."""
    table = tokens_of(doc)
    return table.starts, table.ends


def words_of(doc: Doc) -> Sequence[Word]:
    """Return every token's text with its bounds, in order."""
    table = tokens_of(doc)
    return list(zip(table.words, table.begins, table.stops, strict=True))
