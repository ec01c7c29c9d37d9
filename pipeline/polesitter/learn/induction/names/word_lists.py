"""Word lists to tell a name from a word: the lexicon's, and English words from spaCy's table."""

from pathlib import Path

from polesitter.entities.learned.words import COMMON, EITHER, FREQUENT, hash_text
from polesitter.learn.induction.names.doubt import WordLists
from polesitter.learn.name_model.wordlists import count_levels, read_words
from polesitter.learn.pattern_lines import lines
from polesitter.text.normal import normal


class _OrdinaryWords:
    """English words that are written small, often or now and then."""

    def __init__(self) -> None:
        self._levels = count_levels()

    def __contains__(self, word: object) -> bool:
        return self._levels.get(hash_text(str(word)), 0) in (EITHER, COMMON, FREQUENT)


def read_word_lists(patterns: Path) -> WordLists:
    """The lists of `patterns`/lexicon. Raises PolesitterError (E610) without first names."""
    lexicon = patterns / "lexicon"
    return WordLists(
        ordinary=_OrdinaryWords(),
        first_names={normal(name) for name in read_words(lexicon / "first_names.txt")},
        places={normal(line["place"]) for line in lines(lexicon / "places.jsonl")},
        makes={normal(line["make"]) for line in lines(lexicon / "makes.jsonl")},
    )
