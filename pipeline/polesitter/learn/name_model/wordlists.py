"""Word lists for the name model: first names, ordinary words, what new names are made of."""

import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from polesitter.entities.learned.words import (
    COMMON,
    EITHER,
    FREQUENT,
    PROPER,
    Lexicon,
    hash_text,
)
from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.name_model.stock import NameStock, blend_surnames

RARE = -15.0
"""Log probability in English below which a word is not listed."""

LEANING = 1.5
"""Difference of log probabilities, capitalised and not, that makes a word one or the other."""

SEED = 1906


def read_lexicon(folder: Path) -> Lexicon:
    """Return the word lists a name model carries, from `first_names.txt` in the folder."""
    names = frozenset(name.lower() for name in read_words(folder / "first_names.txt"))
    return Lexicon(names, count_levels())


def read_words(path: Path) -> tuple[str, ...]:
    """Return the lines of a word list, without empty ones and # comments.

    Raises PolesitterError where there is no such file.
    """
    if not path.is_file():
        raise PolesitterError(Errors.E610.format(path=path.name, folder=path.parent.name))
    lines = [line.strip() for line in path.read_text(encoding="utf8").splitlines()]
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def count_levels() -> dict[int, int]:
    """Return how common each English word is in lower case: word hash -> level.

    Everybody who asks gets the same dict; it is not to be changed.
    """
    chances = _word_chances()
    levels: dict[int, int] = {}
    for word in chances:
        lower = word.lower()
        if not word.isalpha() or hash_text(lower) in levels:
            continue
        small = chances.get(lower, -20.0)
        capital = chances.get(lower.title(), -20.0)
        if max(small, capital) > RARE and len(lower) > 1:
            levels[hash_text(lower)] = _level(small, capital)
    return levels


def read_stock(folder: Path, golds: Iterable[GoldReport]) -> NameStock:
    """Return what new names are made of: the lists, and surnames blended from the reports'."""
    surnames = {
        gold.text[mark.start : mark.end].split()[-1]
        for gold in golds
        for mark in gold.marks
        if mark.label == "DRIVER"
    }
    known = sorted(name for name in surnames if name[0].isupper() and not name.isupper())
    made = blend_surnames(known, 1500, random.Random(SEED))
    first_names = read_words(folder / "first_names.txt")
    return NameStock(first_names, (*known, *made), read_words(folder / "place_names.txt"))


def _level(small: float, capital: float) -> int:
    if capital - small > LEANING:
        return PROPER
    if small - capital < LEANING:
        return EITHER
    return FREQUENT if small > -9.5 else COMMON


def _word_chances() -> dict[str, float]:
    import spacy_lookups_data
    import srsly

    path = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
    chances: dict[str, float] = srsly.read_gzip_json(path)
    return chances
