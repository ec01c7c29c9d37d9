"""Whether two reports are one text: in all words, or in all but a few."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

WORD = re.compile(r"\w+")
SHINGLE = 5
"""Words of a shingle (Broder 1997)."""

ALIKE = 0.8
"""Share of the shingles of two texts that both have, from which on they are nearly one text."""


def text_key(text: str) -> str:
    """Return what two texts share that differ in spaces, signs and case alone."""
    return hashlib.sha256(" ".join(_words(text)).encode()).hexdigest()


class Texts:
    """Texts by name, to be asked for one that a new text equals or resembles."""

    def __init__(self, named: Iterable[tuple[str, str]] = ()) -> None:
        self._equal: dict[str, str] = {}
        self._holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        for name, text in named:
            self.add(name, text)

    def add(self, name: str, text: str) -> None:
        """Take up a text; the first of several equal ones is the one that is named."""
        self._equal.setdefault(text_key(text), name)
        shingles = _shingles(text)
        self._sizes[name] = len(shingles)
        for shingle in shingles:
            self._holders[shingle].append(name)

    def equal(self, text: str) -> str | None:
        """Return the name of a text with the same words."""
        return self._equal.get(text_key(text))

    def alike(self, text: str) -> str | None:
        """Return the name of the text that is most like this one, if it is nearly the same.

        Likeness is that of Jaccard, on shingles.
        """
        shingles = _shingles(text)
        shared = Counter(name for one in shingles for name in self._holders.get(one, ()))
        # By name among equals, so that the order of the texts makes no difference.
        best = max(
            ((n / (len(shingles) + self._sizes[name] - n), name) for name, n in shared.items()),
            default=(0.0, ""),
        )
        return best[1] if best[0] >= ALIKE else None


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    last = max(1, len(words) - SHINGLE + 1)
    return {tuple(words[at : at + SHINGLE]) for at in range(last)} if words else set()
