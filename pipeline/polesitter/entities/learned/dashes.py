"""Dashes: a sign with a blank on both sides parts two clauses, a hyphen without joins two words.

Outlets type a dash as a hyphen ("READING, Pa. - Ann Lee"), two hyphens or an en dash. To the
finder of names all of them are the one dash, and so is what parts a car number from who
drives it ("1. 17K-Ann Lee").
"""

from collections.abc import Collection
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from polesitter.entities.learned.words import Lexicon
from polesitter.text.words import TokenTable

Ints = NDArray[np.int64]

DASH: Final = "\u2014"
_DASH: Final[int] = get_string_id(DASH)
_TYPED: Final = np.array([get_string_id(sign) for sign in ("-", "--", "\u2013")], dtype=np.uint64)


def write_dashes(
    facts: Ints, tokens: TokenTable, found: Collection[tuple[int, int, str]], lexicon: Lexicon
) -> None:
    """Give the facts of the dash to every sign between two blanks, or right behind a car number.

    `facts`: those of the tokens by themselves, shape (fields of Word, tokens); `found`: the
    spans of the document that other components found.
    """
    signs: list[int] = np.isin(tokens.orths, _TYPED).nonzero()[0].tolist()
    if not signs:
        return
    spaced = tokens.spaced
    numbers = {end for _, end, label in found if label == "NUMBER"}
    dashes = [at for at in signs if at and ((spaced[at - 1] and spaced[at]) or at in numbers)]
    if dashes:
        facts[:, dashes] = np.array(lexicon.word(_DASH, DASH))[:, None]
