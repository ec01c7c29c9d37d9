"""What the words of a text open, asked once for each word and then remembered."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Generic, TypeVar
from weakref import ref

from polesitter.text.word_starts import word_starts

Opened = TypeVar("Opened")
Found = Sequence[Sequence[tuple[Any, Sequence[int]]]]
"""By the number of a finder: what words of a text open for it, and at which code points."""

MEMO_LIMIT: Final = 8_192
"""Words that are remembered before all are forgotten."""


class OpenedBy(Generic[Opened]):
    """Looks the words of a text up.

    `ask` tells what a word as written opens, and something false where that is nothing.
    """

    def __init__(self, ask: Callable[[str], Opened]) -> None:
        self.ask = ask
        self._number = _BOOK.join(self)

    def look(self, text: str) -> Iterator[tuple[Opened, Sequence[int]]]:
        """Yield what each telling word of `text` opens, and its code points; in no order."""
        yield from _BOOK.look(text)[self._number]


class _Book:
    """What words open for all finders there are: one look at a word serves them all.

    A report is looked through by nine finders, and to look a word up among the thousands
    that each of them knows takes longer than all else they do.
    """

    def __init__(self) -> None:
        self._finders: list[ref[OpenedBy[Any]]] = []
        self._known: dict[str, Sequence[tuple[int, Any]]] = {}
        self._dull: set[str] = set()
        """Words that open nothing, which are most: they are passed over in one step."""
        self._last: tuple[str, Found] | None = None

    def join(self, finder: OpenedBy[Any]) -> int:
        """Take in a finder, and return its number; all words are asked for anew."""
        number = len(self._finders)
        self._finders.append(ref(finder))
        self._forget()
        self._last = None
        return number

    def look(self, text: str) -> Found:
        """What the words of `text` open; that of the last text is remembered."""
        last = self._last
        if last is not None and last[0] is text:
            return last[1]
        found: list[list[tuple[Any, Sequence[int]]]] = [[] for _ in self._finders]
        words = word_starts(text)
        for word in set(words).difference(self._dull):
            known = self._known.get(word)
            places = words[word]
            for number, opened in self._learn(word) if known is None else known:
                found[number].append((opened, places))
        self._last = (text, found)
        return found

    def _learn(self, word: str) -> Sequence[tuple[int, Any]]:
        if len(self._known) + len(self._dull) >= MEMO_LIMIT:
            self._forget()
        opens = []
        for number, finder in enumerate(self._finders):
            asked = finder()
            opened = asked.ask(word) if asked is not None else None
            if opened:
                opens.append((number, opened))
        if opens:
            self._known[word] = opens
        else:
            self._dull.add(word)
        return opens

    def _forget(self) -> None:
        self._known.clear()
        self._dull.clear()


_BOOK: Final = _Book()
