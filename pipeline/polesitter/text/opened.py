"""What the words of a text open, asked once for each word and then remembered."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Generic, TypeVar

from polesitter.text.word_starts import word_starts

Opened = TypeVar("Opened")

MEMO_LIMIT: Final = 32_768
"""Words that are remembered before all are forgotten."""


class OpenedBy(Generic[Opened]):
    """Looks the words of a text up; most open nothing and are passed over in one step.

    `ask` tells what a word as written opens, and something false where that is nothing.
    """

    def __init__(self, ask: Callable[[str], Opened]) -> None:
        self._ask = ask
        self._known: dict[str, Opened] = {}
        self._dull: set[str] = set()

    def look(self, text: str) -> Iterator[tuple[Opened, Sequence[int]]]:
        """Yield what each telling word of `text` opens, and its code points; in no order."""
        words = word_starts(text)
        for word in set(words).difference(self._dull):
            opened = self._known.get(word)
            if opened is None:
                opened = self._learn(word)
            if opened:
                yield opened, words[word]

    def _learn(self, word: str) -> Opened:
        if len(self._known) + len(self._dull) >= MEMO_LIMIT:
            self._known.clear()
            self._dull.clear()
        opened = self._ask(word)
        if opened:
            self._known[word] = opened
        else:
            self._dull.add(word)
        return opened
