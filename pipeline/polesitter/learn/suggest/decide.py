"""What a person decides on a suggestion: written into patterns/ either way."""

import json
from dataclasses import replace
from pathlib import Path

from polesitter.learn.suggest.admit import Added, add_name, add_wording
from polesitter.learn.suggest.ids import entity_id
from polesitter.learn.suggest.pattern_files import put
from polesitter.learn.suggest.sample_sentence import Encode
from polesitter.learn.suggest.suggestion import Suggestion

REJECTED = "rejected.jsonl"
"""The file of patterns/ that holds what is not to be suggested again."""


def accept(patterns: Path, suggestion: Suggestion, encode: Encode, as_id: str = "") -> Added:
    """Write the line of a suggestion.

    `as_id`: the id of the entity that a name is another name of; "" for one of its own.
    Raises PolesitterError where the line is not fit to stand there (E670 to E679).
    """
    entry = dict(suggestion.entry)
    if suggestion.kind != "name":
        return add_wording(patterns, entry, encode, suggestion.file)
    texts = {name: str(value) for name, value in entry.items()}
    return add_name(patterns, {**texts, "id": as_id or texts["id"]})


def reject(patterns: Path, suggestion: Suggestion) -> Added:
    """Note that a suggestion is not wanted; it is not made again."""
    entry = {"id": suggestion.id, "pattern": suggestion.entry["pattern"]}
    return Added(REJECTED, put(patterns, REJECTED, entry), entry)


def rejected(patterns: Path) -> frozenset[str]:
    """The ids of what is not to be suggested again."""
    path = patterns / REJECTED
    texts = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(json.loads(text)["id"] for text in texts if text.strip())


def respelled(suggestion: Suggestion, name: str) -> Suggestion:
    """A suggested name with its bounds or letters mended; its id follows the name."""
    label = str(suggestion.entry["label"])
    own = entity_id(label, name)
    return replace(suggestion, id=own, entry={**suggestion.entry, "pattern": name, "id": own})
