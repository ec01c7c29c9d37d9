"""The text and the words of a Doc, read out without making a Token for each word."""

from collections.abc import Sequence

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc

TEXT = "text"
"""Key of `doc.user_data`: the text, which spaCy would join anew each time it is asked for."""

Word = tuple[str, int, int]
"""A token's text and its bounds: code points [start, end) of the document's text."""


def text_of(doc: Doc) -> str:
    """Return `doc.text`; the layout component noted it."""
    noted = doc.user_data.get(TEXT)
    return noted if isinstance(noted, str) else str(doc.text)


def words_of(doc: Doc) -> Sequence[Word]:
    """Return every token's text with its bounds, in order."""
    strings = doc.vocab.strings
    words = []
    for orth, start in doc.to_array([ORTH, IDX]).tolist():
        word = strings[orth]
        words.append((word, start, start + len(word)))
    return words
