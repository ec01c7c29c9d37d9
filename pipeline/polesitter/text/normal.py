"""Spelling-insensitive forms of names, for comparing them."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
APOSTROPHES: Final = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})

SUFFIXES: Final = frozenset({"jr", "sr", "jnr", "ii", "iii", "iv"})
"""What stands behind a surname to tell father and son apart, as `words` gives it."""


@lru_cache(maxsize=8_192)
def normal(name: str) -> str:
    """Casefolded, accents and punctuation dropped, single spaces: "Jean-Éric" -> "jean eric"."""
    name = name.translate(APOSTROPHES).replace("'", "")
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return NOT_WORD.sub(" ", plain.casefold()).strip()


@lru_cache(maxsize=8_192)
def words(name: str) -> tuple[str, ...]:
    """The words of `normal(name)`."""
    return tuple(normal(name).split())
