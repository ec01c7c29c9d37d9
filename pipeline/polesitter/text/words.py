"""The text and the words of a Doc, read out without making a Token for each word."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH
from spacy.tokens import Doc

TEXT = "text"
"""Key of `doc.user_data`: the text, which spaCy would join anew each time it is asked for."""

Word = tuple[str, int, int]
"""A token's text and its bounds: code points [start, end) of the document's text."""

Offsets = NDArray[np.int64]


def text_of(doc: Doc) -> str:
    """Return `doc.text`; the tokenizer and the layout component note it."""
    noted = doc.user_data.get(TEXT)
    return noted if isinstance(noted, str) else str(doc.text)


def bounds_of(doc: Doc) -> tuple[Offsets, Offsets]:
    """Return where each token starts and where it ends, in code points."""
    # Signed, because an offset less one is asked for and unsigned zero has none.
    starts = doc.to_array(IDX).view(np.int64)
    return starts, starts + doc.to_array(LENGTH).view(np.int64)


def words_of(doc: Doc) -> Sequence[Word]:
    """Return every token's text with its bounds, in order."""
    text = text_of(doc)
    starts, ends = bounds_of(doc)
    bounds = zip(starts.tolist(), ends.tolist(), strict=True)
    return [(text[start:end], start, end) for start, end in bounds]
