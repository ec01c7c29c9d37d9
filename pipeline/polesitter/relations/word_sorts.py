"""Sorts of words: "pipped", "edged" and "outran" tell the same, so that one teaches the others."""

from collections.abc import Iterable, Mapping
from typing import Any

ENDINGS = ("ing", "ed", "ly", "est", "er", "s")


class WordSorts:
    """The sort of a word: its line in patterns/lexicon/word_sorts.jsonl, else its ending."""

    def __init__(self, lines: Iterable[Mapping[str, Any]] = ()) -> None:
        self.known = {word: f"@{line['sort']}" for line in lines for word in line["words"]}

    def __call__(self, key: str) -> str:
        """`key`: a casefolded word or a slot ("<TEAM>"); slots and punctuation stay as they are."""
        sort = self.known.get(key)
        if sort is None:
            sort = self.known[key] = _by_shape(key)
        return sort


def _by_shape(key: str) -> str:
    if key.startswith("<") or not key[0].isalnum():
        return key
    if key[0].isdigit():
        return "~0"
    return next((f"~{ending}" for ending in ENDINGS if key.endswith(ending)), "~")
