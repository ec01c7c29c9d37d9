"""What the words of a text open: asked once for each word."""

import pytest

from polesitter.text import opened
from polesitter.text.opened import OpenedBy


class Lexicon:
    """Opens "pole" and "row", and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, word: str) -> str:
        self.asked.append(word)
        return {"pole": "place", "row": "line"}.get(word, "")


def test_telling_words_come_with_their_places() -> None:
    found = dict(OpenedBy(Lexicon()).look("pole, front row, pole"))
    assert found == {"place": [0, 17], "line": [12]}


def test_each_word_is_asked_for_once() -> None:
    lexicon = Lexicon()
    words = OpenedBy(lexicon)
    for _ in range(2):
        list(words.look("front row front"))
    assert sorted(lexicon.asked) == ["front", "row"]


def test_words_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MEMO_LIMIT", 2)
    lexicon = Lexicon()
    words = OpenedBy(lexicon)
    for text in ("pole", "front", "inside", "pole"):
        found = dict(words.look(text))
    assert found == {"place": [0]}
    assert lexicon.asked.count("pole") == 2
